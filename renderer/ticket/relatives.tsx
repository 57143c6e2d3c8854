import { Button } from "@mantine/core";
import { useState } from "react";
import type { TicketKind } from "../../shared/ticket/kinds.ts";
import { ticketKinds } from "../../shared/ticket/known-lifecycles.ts";
import { useTopic } from "../data/index.ts";
import { relativesText } from "../text/en/relatives.ts";
import type { Relatives } from "../worker/topics/ticket-protocol.ts";
import type { QueueRow } from "../worker/views/view-protocol.ts";
import { RelativeRow } from "./relative-row.tsx";
import classes from "./relatives.module.css";
import page from "./ticket.module.css";

interface Group {
	readonly id: string;
	readonly name: string;
	readonly rows: readonly QueueRow[];
}

/** The tickets around one: what it is a piece of, what causes it, its pieces, what it causes, and its duplicates. */
export function RelativesSection({ ticketId }: { readonly ticketId: string }) {
	const relatives = useTopic("relatives", { ticketId });
	const groups = relatives ? groupsOf(relatives) : [];
	if (groups.length === 0) return null;
	return (
		<section className={classes.relatives} aria-label={relativesText.label}>
			{groups.map((group) => (
				<RelativeGroup key={`${ticketId} ${group.id}`} group={group} />
			))}
		</section>
	);
}

/** By how they are related, then by kind; without those of which there is none. */
function groupsOf({ parent, problem, original, duplicates, parts, caused }: Relatives): readonly Group[] {
	const byKind = (rows: readonly QueueRow[], id: string, nameOf: (kind: TicketKind) => string) =>
		ticketKinds().map((kind) => ({
			id: `${id} ${kind}`,
			name: nameOf(kind),
			rows: rows.filter((row) => row.kind === kind),
		}));
	return [
		{ id: "parent", name: relativesText.parent, rows: parent ? [parent] : [] },
		{ id: "problem", name: relativesText.problem, rows: problem ? [problem] : [] },
		{ id: "original", name: relativesText.original, rows: original ? [original] : [] },
		...byKind(parts, "piece", relativesText.pieces),
		...byKind(caused, "caused", relativesText.caused),
		{ id: "duplicates", name: relativesText.duplicates, rows: duplicates },
	].filter(({ rows }) => rows.length > 0);
}

/** More than a screen holds is asked for: an outage may have thousands of incidents. */
const SHOWN = 20;

function RelativeGroup({ group: { name, rows } }: { readonly group: Group }) {
	const [isWhole, setIsWhole] = useState(false);
	const shown = isWhole ? rows : rows.slice(0, SHOWN);
	return (
		<>
			<h2 className={page.sideTitle}>{relativesText.heading(name, rows.length)}</h2>
			<ul className={classes.rows} aria-label={name}>
				{shown.map((row) => (
					<RelativeRow key={row.id} row={row} />
				))}
			</ul>
			{shown.length < rows.length ? (
				<Button
					className={page.quiet}
					variant="subtle"
					color="gray"
					size="compact-xs"
					onClick={() => setIsWhole(true)}
				>
					{relativesText.showAll(name, rows.length)}
				</Button>
			) : null}
		</>
	);
}
