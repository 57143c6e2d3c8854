import type { ReactNode } from "react";
import { useTopic } from "../data/index.ts";
import classes from "./approvals.module.css";

interface Props {
	readonly ticketId: string;
	/** How it is decided. */
	readonly children: ReactNode;
}

/** The decision of an approval, or why the one who looks can't make it. */
export function Asked({ ticketId, children }: Props) {
	const approvals = useTopic("approvals", { ticketId });
	if (!approvals) return null;
	return approvals.refusal ? <p className={classes.dim}>{approvals.refusal.message}</p> : children;
}
