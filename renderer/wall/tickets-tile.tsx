import type { WallIncident } from "../../shared/api/wall.ts";
import { PriorityMark } from "../marks/index.ts";
import { formatDue, formatSpan } from "../text/time.ts";
import { FittedList } from "./fitted-list.tsx";
import { isTooOld, type WallView } from "./judge-wall.ts";
import { Tile } from "./tile.tsx";
import classes from "./wall.module.css";

interface Props {
	readonly title: string;
	/** What an empty list means. */
	readonly none: string;
	readonly tickets: readonly WallIncident[];
	/** How many there are in all, the desk sends the first of them; `null`: not known. */
	readonly total: number | null;
	/** The time is the clock's; else the age. */
	readonly showDue: boolean;
	readonly view: WallView;
}

/** A few incidents that somebody should look at. */
export function TicketsTile({ title, none, tickets, total, showDue, view }: Props) {
	const { incidents, deskNow } = view;
	const isUnknown = isTooOld(view, incidents.ageMs);
	return (
		<Tile title={title} ageMs={incidents.ageMs} isUnknown={isUnknown} className={classes.listTile}>
			{tickets.length === 0 && !isUnknown && <p className={classes.none}>{none}</p>}
			<FittedList
				items={tickets}
				total={total}
				keyOf={({ id }) => id}
				renderItem={(ticket) => (
					<>
						<PriorityMark priority={ticket.priority} isShort />
						<span className={classes.rowNumber}>{ticket.number}</span>
						<span className={classes.rowTitle}>{ticket.shortDescription}</span>
						<span className={classes.rowTime} data-late={(showDue && ticket.isBreached) || undefined}>
							{showDue && ticket.dueAt !== null
								? formatDue(ticket.dueAt, deskNow)
								: formatSpan(Math.max(0, deskNow - ticket.openedAt))}
						</span>
					</>
				)}
			/>
		</Tile>
	);
}
