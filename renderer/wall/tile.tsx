import { type ReactNode, useId } from "react";
import { wallText } from "../text/en/wall.ts";
import { formatSpan } from "../text/time.ts";
import classes from "./wall.module.css";

interface Props {
	readonly title: string;
	/** Beside the title: how many, how they stand. */
	readonly aside?: ReactNode;
	/** Age of what the tile shows; `null` where its parts tell their own. */
	readonly ageMs: number | null;
	readonly isUnknown: boolean;
	readonly className?: string | undefined;
	readonly children: ReactNode;
}

/** One tile of the wall; always says how old its data is, and what is too old is not shown as true. */
export function Tile({ title, aside, ageMs, isUnknown, className, children }: Props) {
	const id = useId();
	return (
		<section
			className={`${classes.tile} ${className ?? ""}`}
			data-unknown={isUnknown || undefined}
			aria-labelledby={id}
		>
			<header className={classes.tileHeader}>
				<h2 id={id} className={classes.tileTitle}>
					{title}
				</h2>
				{aside !== undefined && <span className={classes.tileAside}>{aside}</span>}
				{ageMs !== null && <span className={classes.tileAge}>{describeAge(ageMs, isUnknown)}</span>}
			</header>
			{children}
		</section>
	);
}

function describeAge(ageMs: number, isUnknown: boolean): string {
	if (isUnknown) return wallText.asOf(formatSpan(ageMs));
	return ageMs < 1_000 ? wallText.ageNow : wallText.age(formatSpan(ageMs));
}
