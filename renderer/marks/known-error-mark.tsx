import { IconBulb } from "@tabler/icons-react";
import { problemsText } from "../text/en/problems.ts";
import classes from "./marks.module.css";

interface Props {
	/** Only the shape; the words are in the title and read aloud. */
	readonly isShort?: boolean;
}

/** A problem whose cause is known, with a way around it, but not yet a fix. */
export function KnownErrorMark({ isShort = false }: Props) {
	return (
		<span className={classes.mark} title={isShort ? problemsText.knownError : undefined}>
			<IconBulb size={14} aria-hidden="true" />
			<span className={isShort ? "visually-hidden" : classes.name}>{problemsText.knownError}</span>
		</span>
	);
}
