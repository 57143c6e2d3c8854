import type { Ticket } from "../../../shared/ticket/ticket.ts";
import type { Overlay } from "../overlay/overlay.ts";
import type { ClockFacts, Clocks } from "./clock-columns.ts";
import { columnSegmentOf } from "./column-segment.ts";
import type { TicketColumns } from "./ticket-columns.ts";

/** Segments hold the desk's truth: while they are packed, the columns show it without pending edits. */
export class BaseValues {
	readonly #columns: TicketColumns;
	readonly #overlay: Overlay;
	readonly #clocks: Clocks;
	/** Each write to the disk asks for them again. */
	readonly #facts = new WeakMap<Ticket, ClockFacts>();

	constructor(columns: TicketColumns, overlay: Overlay, clocks: Clocks) {
		this.#columns = columns;
		this.#overlay = overlay;
		this.#clocks = clocks;
	}

	/** Does `work` while these column segments show the base. */
	showIn<Value>(segments: ReadonlySet<number>, work: () => Value): Value {
		const overlaid = this.#overlaidIn(segments);
		for (const { slot, base } of overlaid)
			this.#columns.write(slot, base, this.#factsOf(base), base.revision);
		const value = work();
		for (const { slot, base, shown } of overlaid)
			this.#columns.write(slot, shown, this.#factsOf(shown), base.revision);
		return value;
	}

	#overlaidIn(segments: ReadonlySet<number>) {
		return [...this.#overlay.ticketIds].flatMap((ticketId) => {
			const slot = this.#columns.slotOf(ticketId);
			if (slot === undefined || !segments.has(columnSegmentOf(this.#columns.positionOf(slot)))) return [];
			const base = this.#overlay.baseOf(ticketId);
			const shown = this.#overlay.shownOf(ticketId);
			return base && shown ? [{ slot, base, shown: shown.ticket }] : [];
		});
	}

	#factsOf(ticket: Ticket): ClockFacts {
		const known = this.#facts.get(ticket);
		if (known) return known;
		const facts = this.#clocks.factsOf(ticket);
		this.#facts.set(ticket, facts);
		return facts;
	}
}
