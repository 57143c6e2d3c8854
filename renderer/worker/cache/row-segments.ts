import type { Ticket } from "../../../shared/ticket/ticket.ts";
import type { CacheStore, RowSegment } from "../storage/cache-store.ts";
import { packTicket, unpackTicket } from "./pack-ticket.ts";

/** Tickets of one row segment: one is read to open a ticket. */
export const ROW_SEGMENT_ROWS = 512;
/** Segments kept in memory: stepping through a queue stays among few. */
const KEPT_SEGMENTS = 6;

export function rowSegmentOf(position: number): number {
	return Math.floor(position / ROW_SEGMENT_ROWS);
}

/** Full tickets by their position on disk. */
export class RowSegments {
	readonly #store: CacheStore;
	readonly #kept = new Map<number, RowSegment>();
	/** How often what is kept was replaced or forgotten: what was asked for before may be of before. */
	#turns = 0;

	constructor(store: CacheStore) {
		this.#store = store;
	}

	/** `null` where the disk has no such ticket; throws where it is damaged. */
	async read(position: number): Promise<Ticket | null> {
		const segment = await this.#segment(rowSegmentOf(position));
		const text = segment?.rows[position % ROW_SEGMENT_ROWS];
		return text ? unpackTicket(text) : null;
	}

	/** Some of one segment, which is read once for all of them. */
	async readSome(index: number, positions: readonly number[]): Promise<readonly (Ticket | null)[]> {
		const segment = await this.#segment(index);
		return positions.map((position) => {
			const text = segment?.rows[position % ROW_SEGMENT_ROWS];
			return text ? unpackTicket(text) : null;
		});
	}

	/** A whole segment, oldest position first; of what is read once nothing is kept. */
	async readAll(index: number): Promise<readonly (Ticket | null)[]> {
		const segment = this.#kept.get(index) ?? (await this.#store.readRows(index));
		return (segment?.rows ?? []).map((row) => (row === null ? null : unpackTicket(row)));
	}

	/** The segments that hold `rows` with these in place: to be committed, then kept by `noteWritten`. */
	async patch(rows: ReadonlyMap<number, Ticket | null>): Promise<readonly RowSegment[]> {
		const byIndex = Map.groupBy(rows, ([position]) => rowSegmentOf(position));
		return Promise.all(
			[...byIndex].map(async ([index, entries]) => {
				const before = await this.#segment(index);
				const patched = [...(before?.rows ?? [])];
				for (const [position, ticket] of entries) {
					patched[position % ROW_SEGMENT_ROWS] = ticket === null ? null : packTicket(ticket);
				}
				return { index, rows: Array.from(patched, (row) => row ?? null) };
			}),
		);
	}

	noteWritten(segments: readonly RowSegment[]): void {
		this.#turns += 1;
		for (const segment of segments) this.#keep(segment);
	}

	/** Another window wrote segments: nothing kept is true any more. */
	forget(): void {
		this.#turns += 1;
		this.#kept.clear();
	}

	async #segment(index: number): Promise<RowSegment | undefined> {
		const kept = this.#kept.get(index);
		if (kept) this.#keep(kept);
		if (kept) return kept;
		const turns = this.#turns;
		const segment = await this.#store.readRows(index);
		if (turns !== this.#turns) return this.#segment(index);
		if (segment) this.#keep(segment);
		return segment;
	}

	#keep(segment: RowSegment): void {
		this.#kept.delete(segment.index);
		this.#kept.set(segment.index, segment);
		for (const index of this.#kept.keys()) {
			if (this.#kept.size <= KEPT_SEGMENTS) return;
			this.#kept.delete(index);
		}
	}
}
