import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Refusal } from "../../shared/result.ts";
import classes from "./page.module.css";

interface Props {
	readonly refusal: Refusal;
	/** What to do about it, usually a button. */
	readonly action?: ReactNode;
}

/** Something was refused or failed: in words, read aloud at once, with the next step. */
export function ProblemNote({ refusal, action }: Props) {
	return (
		<div className={classes.problem} role="alert">
			<IconAlertTriangle size={16} aria-hidden="true" />
			<div className={classes.problemText}>{refusal.message}</div>
			{action}
		</div>
	);
}
