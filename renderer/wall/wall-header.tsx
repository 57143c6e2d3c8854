import { IconMoon, IconPlugConnectedX, IconSun } from "@tabler/icons-react";
import { CheckStateShape } from "../marks/index.ts";
import { wallText } from "../text/en/wall.ts";
import { formatClock, formatSpan } from "../text/time.ts";
import type { WallView } from "./judge-wall.ts";
import classes from "./wall.module.css";
import { useWallLook } from "./wall-frame.tsx";

interface Props {
	readonly view: WallView;
	readonly deskName: string;
}

/** Whose wall it is, whether it can be believed, and the desk's time. */
export function WallHeader({ view, deskName }: Props) {
	const { theme, switchTheme } = useWallLook();
	const ThemeIcon = theme === "dark" ? IconSun : IconMoon;
	return (
		<header className={classes.header}>
			<h1 className={classes.deskName}>{deskName}</h1>
			<Link view={view} />
			<button
				type="button"
				className={classes.themeButton}
				aria-label={wallText.switchTheme[theme]}
				onClick={switchTheme}
			>
				<ThemeIcon size="0.9em" aria-hidden="true" />
			</button>
			<time className={classes.clock} dateTime={new Date(view.deskNow).toISOString()}>
				{formatClock(view.deskNow)}
			</time>
		</header>
	);
}

/** The state of the connection; `role=status` so that a change is told once, without the running seconds. */
function Link({ view }: { readonly view: WallView }) {
	if (view.isDeskSilent)
		return (
			<div className={classes.silent} role="status">
				<IconPlugConnectedX size="1.1em" aria-hidden="true" />
				<strong>{wallText.deskSilent(formatSpan(view.answerAgeMs))}</strong>
				<span className={classes.silentHint}>{wallText.deskSilentHint}</span>
			</div>
		);
	if (view.silentSources.length > 0)
		return (
			<div className={classes.link} data-tone="warning" role="status">
				<CheckStateShape state="unknown" />
				{wallText.sourceSilent(view.silentSources.join(", "))}
			</div>
		);
	return (
		<div className={classes.link} role="status">
			<span className={classes.dot} aria-hidden="true" />
			{wallText.live}
		</div>
	);
}
