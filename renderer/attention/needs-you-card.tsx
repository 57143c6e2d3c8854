import type { PendingIntent } from "../worker/topics/ticket-protocol.ts";
import classes from "./attention.module.css";
import { ConflictCard } from "./conflict-card.tsx";
import { RefusedCard } from "./refused-card.tsx";

interface Props {
	readonly pending: PendingIntent;
	/** Whether the keys for conflicts mean this one. */
	readonly hasKeys: boolean;
}

/** One edit that waits for a person's word: what it is, why it waits, and what can be done. */
export function NeedsYouCard({ pending, hasKeys }: Props) {
	const { conflict } = pending;
	return (
		<section className={classes.card}>
			{conflict ? (
				<ConflictCard pending={pending} conflict={conflict} hasKeys={hasKeys} />
			) : (
				<RefusedCard pending={pending} />
			)}
		</section>
	);
}
