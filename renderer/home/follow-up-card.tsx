import { Button } from "@mantine/core";
import { useState } from "react";
import { Card, EmptyState } from "../page/index.ts";
import { followUpsText } from "../text/en/follow-ups.ts";
import { formatNumber } from "../text/plural.ts";
import type { QueueRow } from "../worker/views/view-protocol.ts";
import classes from "./home.module.css";
import { TicketLines } from "./ticket-lines.tsx";

/** More would push what else is to be seen off the screen. */
const SHOWN = 8;

/** What somebody promised to look at again: by when, or since when it waits. */
export function FollowUpCard({ rows }: { readonly rows: readonly QueueRow[] }) {
	const [isWhole, setIsWhole] = useState(false);
	const shown = isWhole ? rows : rows.slice(0, SHOWN);
	return (
		<Card title={followUpsText.title} aside={rows.length > 0 ? formatNumber(rows.length) : null} isFlush>
			{rows.length === 0 ? (
				<EmptyState isCompact title={followUpsText.none} />
			) : (
				<TicketLines rows={shown} end="followUp" label={followUpsText.title} />
			)}
			{shown.length < rows.length ? (
				<div className={classes.more}>
					<Button variant="subtle" size="compact-sm" onClick={() => setIsWhole(true)}>
						{followUpsText.showAll(rows.length)}
					</Button>
				</div>
			) : null}
		</Card>
	);
}
