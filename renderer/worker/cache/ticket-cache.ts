import type { Change, ChangeKind, ChangePage } from "../../../shared/api/changes.ts";
import { registerLifecycles } from "../../../shared/ticket/known-lifecycles.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { LaneIndex } from "../overlay/lane-index.ts";
import { type BaseStanding, isInOverlay, Overlay } from "../overlay/overlay.ts";
import type { CacheSnapshot, CacheState, CacheStore } from "../storage/cache-store.ts";
import type { OutboxEntry } from "../storage/outbox-store.ts";
import type { SideScope } from "../sync/side-pages.ts";
import { BaseValues } from "./base-values.ts";
import { readChanges } from "./change-page.ts";
import { Clocks } from "./clock-columns.ts";
import { COLUMN_SEGMENT_ROWS, columnSegmentOf, packColumns, unpackColumns } from "./column-segment.ts";
import { planLimit } from "./keep-limit.ts";
import { ROW_SEGMENT_ROWS, RowSegments, rowSegmentOf } from "./row-segments.ts";
import { Things } from "./things.ts";
import { FLAG, NO_POSITION, TicketColumns } from "./ticket-columns.ts";

/** Pages this large go straight into segments; smaller ones into the log. */
const STRAIGHT_TO_SEGMENTS = 400;
/**
 * During a first synchronisation so many rows are written at a time, a column segment of them, so that each
 * is packed once; a crash goes on from the last.
 */
const FIRST_SYNC_ROWS = COLUMN_SEGMENT_ROWS;
/** Rows that wait in the log until they are folded even without a pause. */
const FOLD_AT_ROWS = 4_000;

/** What one step changed: for orders, views and watchers. */
export interface Dirty {
	readonly slots: readonly number[];
	readonly kinds: ReadonlySet<ChangeKind>;
	readonly ticketIds: ReadonlySet<string>;
}

/** How a window that does not write keeps up with the one that does. */
export type Refresh = { readonly kind: "applied"; readonly dirty: Dirty } | { readonly kind: "behind" };

/** The base standing of a ticket newer than the segments, and the cursor that brought it. */
interface RecentRow {
	readonly ticket: Ticket | null;
	readonly position: number;
	readonly cursor: number;
}

export interface CacheOptions {
	readonly store: CacheStore;
	readonly snapshot: CacheSnapshot;
	readonly emptyState: CacheState;
	/** By the desk's clock. */
	readonly now: () => number;
}

/**
 * One generation of the cache in memory: columns as shown, everything that is not a ticket, rows on
 * demand. Only the writing window commits; all others apply what it wrote, in the same order.
 */
export class TicketCache {
	readonly columns = new TicketColumns();
	readonly things = new Things();
	readonly overlay = new Overlay(() => this.things.settings.priorities.matrix);
	readonly #now: () => number;
	#clocks: Clocks;
	/** By which definitions the columns in memory were computed. */
	#clockedBy: string;
	readonly #store: CacheStore;
	readonly #rows: RowSegments;
	#baseValues: BaseValues;
	readonly #recent = new Map<string, RecentRow>();
	readonly #lanes = new LaneIndex();
	/** Tickets that are not kept here but were asked for. */
	readonly #visitors = new Map<string, Ticket>();
	/** Rows outside the log's order wait to be written: until then nothing may go into the log. */
	#hasSideRows = false;
	#state: CacheState;
	#writtenCursor: number;
	#isOnDisk = true;
	/** What is being written while more comes in: the next write waits for it, and throws what it threw. */
	#writing: Promise<void> = Promise.resolve();
	#rowsInHand = 0;

	/** Throws where the snapshot is damaged. */
	constructor({ store, snapshot, emptyState, now }: CacheOptions) {
		this.#store = store;
		this.#rows = new RowSegments(store);
		this.#now = now;
		this.#state = snapshot.state ?? emptyState;
		this.#writtenCursor = this.#state.cursor;
		const rowCount = snapshot.columns.reduce((total, segment) => total + segment.count, 0);
		this.columns.reserve(rowCount + 256);
		for (const record of snapshot.things) this.things.load(record);
		registerLifecycles(this.things.lifecycles);
		for (const segment of snapshot.columns) unpackColumns(this.columns, segment);
		this.#clocks = new Clocks(this.things.definitions, now());
		this.#baseValues = new BaseValues(this.columns, this.overlay, this.#clocks);
		this.#clockedBy = rowCount === 0 ? this.#clocks.key : this.#state.clocks;
		for (const record of snapshot.log) {
			this.#applyChanges(readChanges(JSON.parse(record.text)), record.cursor);
		}
	}

	get epoch(): string {
		return this.#state.epoch;
	}
	get cursor(): number {
		return this.#state.cursor;
	}
	/** Everything up to this seq is on disk, where the other windows see it. */
	get writtenCursor(): number {
		return this.#writtenCursor;
	}
	/** The newest place in the feed that the desk has spoken of. */
	get heardSeq(): number {
		return Math.max(this.#state.cursor, this.#state.head);
	}
	get isComplete(): boolean {
		return this.#state.isComplete;
	}
	get state(): CacheState {
		return this.#state;
	}
	get unfoldedRows(): number {
		return this.#recent.size;
	}
	get store(): CacheStore {
		return this.#store;
	}
	get clocks(): Clocks {
		return this.#clocks;
	}
	/** Definitions have changed, or other versions of them apply by now: `reclock` is due. */
	get hasOldClocks(): boolean {
		return this.#clockedBy !== this.#clocks.key || this.#clocks.isOutdated(this.#now());
	}
	/** What lies on disk was computed by other definitions than what is in memory. */
	get hasOldClocksOnDisk(): boolean {
		return this.#isOnDisk && this.#state.clocks !== this.#clockedBy;
	}

	/** Another limit on what is kept is wanted; what is to be fetched or dropped for it follows. */
	limit(wantedFrom: number): void {
		this.#state = planLimit(this.#state, wantedFrom);
	}

	/** The disk failed: go on in memory. */
	detach(): void {
		this.#isOnDisk = false;
	}

	/** The desk's standing of a ticket, without pending edits. */
	async readBase(ticketId: string): Promise<Ticket | null> {
		const overlaid = this.overlay.baseOf(ticketId);
		if (overlaid !== undefined) return overlaid;
		const recent = this.#recent.get(ticketId);
		if (recent) return recent.ticket;
		const slot = this.columns.slotOf(ticketId);
		const position = slot === undefined ? NO_POSITION : this.columns.positionOf(slot);
		if (position === NO_POSITION) return this.#visitors.get(ticketId) ?? null;
		const read = await this.#rows.read(position);
		const newer = this.#recent.get(ticketId);
		return newer ? newer.ticket : read;
	}

	/** The same of many: their segments are read side by side, each once. */
	async readBases(ticketIds: readonly string[]): Promise<ReadonlyMap<string, Ticket | null>> {
		const bases = new Map<string, Ticket | null>();
		const places = ticketIds.map((ticketId) => {
			const isAtHand = this.overlay.has(ticketId) || this.#recent.has(ticketId);
			const position = isAtHand ? NO_POSITION : this.#placeOf(ticketId);
			return { ticketId, position };
		});
		await Promise.all(
			Array.from(
				Map.groupBy(places, ({ position }) => segmentOrNone(position)),
				async ([index, inIt]) => {
					const positions = inIt.map(({ position }) => position);
					const rows = index === null ? [] : await this.#rows.readSome(index, positions);
					for (const [nth, { ticketId }] of inIt.entries()) {
						// While the disk was read, something newer may have come.
						const isNewer = index === null || this.overlay.has(ticketId) || this.#recent.has(ticketId);
						bases.set(ticketId, isNewer ? await this.readBase(ticketId) : (rows[nth] ?? null));
					}
				},
			),
		);
		return bases;
	}

	/** Whether the screen still needs an edit that the desk has applied. */
	needs(entry: OutboxEntry): boolean {
		return isInOverlay(entry, this.#standing(this.cursor, this.#revisionOf(entry)));
	}

	/** Whether what an edit became is on disk, so that a window opened offline shows it without the edit. */
	hasWritten(entry: OutboxEntry): boolean {
		const standing = this.#standing(this.#writtenCursor, this.#revisionOf(entry));
		const isReached = (entry.answer?.seq ?? Number.POSITIVE_INFINITY) <= this.#writtenCursor;
		return entry.answer?.epoch === this.epoch && isReached && !isInOverlay(entry, standing);
	}

	#revisionOf({ intent }: OutboxEntry): number {
		return this.columns.data.revision[this.columns.slotOf(intent.ticketId) ?? -1] ?? 0;
	}

	#standing(cursor: number, baseRevision: number): BaseStanding {
		return { epoch: this.epoch, cursor, head: this.#state.head, baseRevision };
	}

	/** Told before the first page was: what is gone since then would come in with it, and never be named. */
	isOutdated(page: ChangePage): boolean {
		return page.head < this.#state.firstHead;
	}

	/**
	 * Takes a page in and writes it, in one transaction with the cursor. During a first synchronisation many
	 * are written at a time, behind those that follow. Calls must not overlap.
	 */
	async commitPage(page: ChangePage): Promise<Dirty> {
		const before = { ...this.#state, head: Math.max(this.#state.head, page.head) };
		this.#state = before;
		const dirty = this.#applyChanges(page.changes, page.next);
		const isComplete = before.isComplete || !page.hasMore;
		const firstHead = before.firstHead || page.head;
		// A page that comes late or again takes nothing back.
		const cursor = Math.max(before.cursor, page.next);
		this.#state = { ...before, cursor, isComplete, firstHead };
		if (isComplete && !before.isComplete) this.#dropGuesses();
		if (!this.#isOnDisk) return dirty;
		if (!before.isComplete) {
			if (this.#state.isComplete) await this.#writeSegments();
			else if (this.#recent.size - this.#rowsInHand >= FIRST_SYNC_ROWS) await this.#writeBehind();
		} else if (
			page.changes.length >= STRAIGHT_TO_SEGMENTS ||
			this.#recent.size >= FOLD_AT_ROWS ||
			this.#hasSideRows
		) {
			await this.#writeSegments();
		} else if (cursor !== before.cursor) await this.#writeLog(page);
		return dirty;
	}

	/**
	 * Takes in a page beside the log's order; the cursor stays. `null` where the page is void: something
	 * newer than it was taken meanwhile, and what that deleted would come back.
	 */
	async commitSidePage(page: ChangePage, kind: SideScope["kind"]): Promise<Dirty | null> {
		if (page.head < this.#state.cursor || this.isOutdated(page)) return null;
		const dirty = this.#applyChanges(page.changes, this.#state.cursor);
		this.#hasSideRows = true;
		this.#state = { ...afterSidePage(this.#state, page, kind), sideSteps: this.#state.sideSteps + 1 };
		const isDue = !page.hasMore || kind === "working" || this.#recent.size >= FIRST_SYNC_ROWS;
		if (this.#isOnDisk && isDue) await this.#writeSegments();
		return dirty;
	}

	/** Drops tickets that ended before what is kept, so many at a time; `null` where there are none. */
	async dropEnded(wantedFrom: number): Promise<Dirty | null> {
		const slots = this.#endedBefore(wantedFrom);
		this.#state = { ...this.#state, endedFrom: Math.max(this.#state.endedFrom, wantedFrom) };
		if (slots.length === 0) return null;
		const ids = slots.map((slot) => this.columns.idOf(slot));
		for (const ticketId of ids) this.#dropTicket(ticketId, this.#state.cursor);
		this.#state = { ...this.#state, sideSteps: this.#state.sideSteps + 1 };
		if (this.#isOnDisk) await this.#writeSegments();
		return { slots, kinds: new Set(["ticket"]), ticketIds: new Set(ids) };
	}

	/**
	 * Shows a ticket that is not kept here, as the desk has it now: in this window's memory, until it closes.
	 * `seq` is where the desk stood when it was read.
	 */
	takeVisitor(ticket: Ticket, seq: number): Dirty | null {
		if (seq < this.#state.cursor || this.columns.slotOf(ticket.id) !== undefined) return null;
		this.#visitors.set(ticket.id, ticket);
		const slot = this.columns.ensureSlot(ticket.id);
		this.columns.write(slot, ticket, this.clocks.factsOf(ticket), ticket.revision);
		return { slots: [slot], kinds: new Set(["ticket"]), ticketIds: new Set([ticket.id]) };
	}

	/**
	 * Computes all clocks anew, by the definitions as they apply now; segment by segment, so that pages are
	 * answered in between. Answers what changed. Calls must not overlap with pages.
	 */
	async reclock(): Promise<Dirty> {
		// What is on its way to the disk would be older there than in memory.
		await this.#untilStill();
		this.#renewClocks();
		const clocks = this.#clocks;
		const slots: number[] = [];
		const take = (slot: number | undefined, ticket: Ticket | null): void => {
			if (slot === undefined || !ticket || !this.columns.isAlive(slot)) return;
			if (this.columns.writeClock(slot, ticket, clocks.factsOf(ticket))) slots.push(slot);
		};
		for (let first = 0; first < this.columns.positionCount; first += ROW_SEGMENT_ROWS) {
			const rows = await this.#rows.readAll(first / ROW_SEGMENT_ROWS);
			for (const [place, ticket] of rows.entries()) {
				const isNewer = ticket && (this.overlay.has(ticket.id) || this.#recent.has(ticket.id));
				if (!isNewer) take(this.columns.slotAt(first + place), ticket);
			}
		}
		for (const [ticketId, { ticket }] of this.#recent)
			if (!this.overlay.has(ticketId)) take(this.columns.slotOf(ticketId), ticket);
		for (const [ticketId, ticket] of this.#visitors) take(this.columns.slotOf(ticketId), ticket);
		for (const ticketId of this.overlay.ticketIds) {
			const shown = this.overlay.shownOf(ticketId)?.ticket ?? this.overlay.baseOf(ticketId) ?? null;
			take(this.columns.slotOf(ticketId), shown);
		}
		this.#clockedBy = clocks.key;
		const ticketIds = new Set(slots.map((slot) => this.columns.idOf(slot)));
		return { slots, kinds: new Set(["ticket"]), ticketIds };
	}

	/** Writes all columns with the clocks that they have now: only the window that writes does. */
	async writeClocks(): Promise<void> {
		await this.#writeSegments({ isWhole: true });
	}

	#renewClocks(): void {
		this.#clocks = new Clocks(this.things.definitions, this.#now());
		this.#baseValues = new BaseValues(this.columns, this.overlay, this.#clocks);
	}

	/** Folds the log into segments. */
	async fold(): Promise<void> {
		if (this.#isOnDisk && this.#state.foldedTo < this.#state.cursor) await this.#writeSegments();
	}

	/** Whether the disk still holds what this window wrote last. */
	async isOnDiskAsWritten(): Promise<boolean> {
		if (!this.#isOnDisk) return true;
		await this.#untilStill();
		const { state } = await this.#store.readLog(this.#writtenCursor);
		if (!state) return this.#writtenCursor === 0;
		return state.cursor === this.#writtenCursor && state.instance === this.#state.instance;
	}

	/** Applies what another window has written. */
	async refresh(): Promise<Refresh> {
		await this.#untilStill();
		const { state, log } = await this.#store.readLog(this.#state.cursor);
		if (!state && this.#state.cursor === 0) return { kind: "applied", dirty: mergeDirty([]) };
		if (!state || state.cursor < this.#state.cursor) return { kind: "behind" };
		if (this.#state.cursor > 0 && state.instance !== this.#state.instance) return { kind: "behind" };
		if (state.sideSteps !== this.#state.sideSteps) return { kind: "behind" };
		if (state.foldedTo > this.#state.cursor) return { kind: "behind" };
		if (state.foldedTo > this.#state.foldedTo) this.#forgetFolded(state.foldedTo);
		this.#state = { ...this.#state, head: state.head };
		const steps = log.map((record) =>
			this.#applyChanges(readChanges(JSON.parse(record.text)), record.cursor),
		);
		const wasComplete = this.isComplete;
		this.#state = state;
		this.#writtenCursor = state.cursor;
		if (state.isComplete && !wasComplete) this.#dropGuesses();
		return { kind: "applied", dirty: mergeDirty(steps) };
	}

	/**
	 * Lays pending edits over the base; entries in their order. Answers what changed on screen. A lane
	 * that lies there already is passed over: one more edit must not cost what thousands before it did.
	 */
	async layOver(entries: readonly OutboxEntry[]): Promise<Dirty> {
		const lanes = this.#lanes.take(entries);
		const isLaid = (ticketId: string) => isSameLane(this.overlay.laneOf(ticketId), lanes.get(ticketId) ?? []);
		const known = new Set([...this.overlay.ticketIds, ...lanes.keys()]);
		const ticketIds = new Set([...known].filter((ticketId) => !isLaid(ticketId)));
		const bases = await this.readBases([...ticketIds]);
		const slots: number[] = [];
		for (const ticketId of ticketIds) {
			const lane = lanes.get(ticketId) ?? [];
			const base = this.#newestBase(ticketId, this.#baseFor(bases.get(ticketId) ?? null, lane));
			slots.push(...this.#overlayTicket(ticketId, base, lane));
		}
		return { slots, kinds: new Set(["ticket"]), ticketIds };
	}

	#endedBefore(wantedFrom: number): readonly number[] {
		const { columns } = this;
		const { flags, updatedAt } = columns.data;
		const slots: number[] = [];
		for (let slot = 0; slot < columns.size && slots.length < FIRST_SYNC_ROWS; slot += 1) {
			const isEnded = ((flags[slot] ?? 0) & (FLAG.alive | FLAG.open)) === FLAG.alive;
			if (!isEnded || (updatedAt[slot] ?? 0) >= wantedFrom) continue;
			if (columns.positionOf(slot) === NO_POSITION || this.overlay.has(columns.idOf(slot))) continue;
			slots.push(slot);
		}
		return slots;
	}

	#applyChanges(changes: readonly Change[], cursor: number): Dirty {
		const slots: number[] = [];
		const ticketIds = new Set<string>();
		const kinds = new Set(changes.map(({ kind }) => kind));
		for (const change of changes) if (change.kind !== "ticket") this.things.apply(change);
		if (kinds.has("lifecycle")) registerLifecycles(this.things.lifecycles);
		if (kinds.has("calendar") || kinds.has("policy")) {
			const isEmpty = this.columns.size === 0;
			this.#renewClocks();
			if (isEmpty) this.#clockedBy = this.#clocks.key;
		}
		for (const change of changes) {
			if (change.kind !== "ticket") continue;
			ticketIds.add(change.id);
			const slot =
				"row" in change ? this.#takeTicket(change.row, cursor) : this.#dropTicket(change.id, cursor);
			if (slot !== null) slots.push(slot);
		}
		for (const ticketId of [...this.overlay.ticketIds]) slots.push(...this.#reviewLane(ticketId, cursor));
		if (kinds.has("setting")) slots.push(...this.#layOverAnew());
		return { slots, kinds, ticketIds };
	}

	/** An older standing than the one in hand changes nothing: any part of the feed may come again. */
	#takeTicket(ticket: Ticket, cursor: number): number | null {
		const slot = this.columns.ensureSlot(ticket.id);
		const isKnown = this.columns.positionOf(slot) !== NO_POSITION;
		if (isKnown && ticket.revision < (this.columns.data.revision[slot] ?? 0)) return null;
		const position = this.columns.ensurePosition(slot);
		this.#visitors.delete(ticket.id);
		this.#recent.set(ticket.id, { ticket, position, cursor });
		if (this.overlay.has(ticket.id)) this.#overlayTicket(ticket.id, ticket, this.overlay.laneOf(ticket.id));
		else this.columns.write(slot, ticket, this.clocks.factsOf(ticket), ticket.revision);
		return slot;
	}

	#dropTicket(ticketId: string, cursor: number): number | null {
		const slot = this.columns.slotOf(ticketId);
		if (slot === undefined) return null;
		const position = this.columns.positionOf(slot);
		if (position !== NO_POSITION) this.#recent.set(ticketId, { ticket: null, position, cursor });
		this.overlay.remove(ticketId);
		this.#visitors.delete(ticketId);
		this.columns.erase(slot);
		return slot;
	}

	#reviewLane(ticketId: string, cursor: number): readonly number[] {
		const lane = this.overlay.laneOf(ticketId);
		const base = this.overlay.baseOf(ticketId) ?? null;
		const standing = this.#standing(cursor, base?.revision ?? 0);
		const left = lane.filter((entry) => isInOverlay(entry, standing));
		return left.length === lane.length ? [] : this.#overlayTicket(ticketId, base, left);
	}

	/** What is to be sent still is shown by the matrix as it is now. */
	#layOverAnew(): readonly number[] {
		return [...this.overlay.ticketIds].flatMap((ticketId) => {
			const { overlay } = this;
			return this.#overlayTicket(ticketId, overlay.baseOf(ticketId) ?? null, overlay.laneOf(ticketId));
		});
	}

	/** Shows a ticket with its lane, or without where the lane is empty. */
	#overlayTicket(ticketId: string, base: Ticket | null, lane: readonly OutboxEntry[]): readonly number[] {
		const standing = this.#standing(this.cursor, base?.revision ?? 0);
		const open = lane.filter((entry) => isInOverlay(entry, standing));
		const shown = open.length > 0 ? this.overlay.put(ticketId, base, open) : null;
		if (open.length === 0) this.overlay.remove(ticketId);
		const isKept = this.columns.positionOf(this.columns.slotOf(ticketId) ?? -1) !== NO_POSITION;
		const isOfDesk = isKept || this.#visitors.has(ticketId);
		const ticket = shown?.ticket ?? (open.length > 0 || isOfDesk ? base : null);
		if (!ticket) return this.#hide(ticketId);
		const slot = this.columns.ensureSlot(ticketId);
		this.columns.write(slot, ticket, this.clocks.factsOf(ticket), base?.revision ?? 0);
		return [slot];
	}

	/** Edits were shown on what their tickets were once: a whole cache knows which of those are gone. */
	#dropGuesses(): void {
		for (const ticketId of [...this.overlay.ticketIds]) {
			const slot = this.columns.slotOf(ticketId) ?? NO_POSITION;
			const isOfDesk = this.columns.positionOf(slot) !== NO_POSITION || this.#visitors.has(ticketId);
			if (!isOfDesk) this.#overlayTicket(ticketId, null, this.overlay.laneOf(ticketId));
		}
	}

	#hide(ticketId: string): readonly number[] {
		const slot = this.columns.slotOf(ticketId);
		if (slot === undefined) return [];
		this.columns.erase(slot);
		return [slot];
	}

	#baseFor(base: Ticket | null, lane: readonly OutboxEntry[]): Ticket | null {
		// A whole cache knows best: what it lacks is gone from the desk.
		if (base || this.isComplete) return base;
		return lane.map((entry) => entry.seen).findLast((ticket) => ticket !== null) ?? null;
	}

	#placeOf(ticketId: string): number {
		const slot = this.columns.slotOf(ticketId);
		return slot === undefined ? NO_POSITION : this.columns.positionOf(slot);
	}

	/** While bases were read, newer ones may have come. */
	#newestBase(ticketId: string, read: Ticket | null): Ticket | null {
		const recent = this.#recent.get(ticketId)?.ticket ?? null;
		const laid = this.overlay.baseOf(ticketId) ?? null;
		return [recent, laid].reduce(
			(newest, other) => ((other?.revision ?? -1) > (newest?.revision ?? -1) ? other : newest),
			read,
		);
	}

	async #writeLog(page: ChangePage): Promise<void> {
		await this.#untilWritten();
		const state = this.#state;
		const log = { cursor: page.next, text: JSON.stringify(page.changes) };
		await this.#store.commit({ expectedCursor: this.#writtenCursor, state, log });
		this.#writtenCursor = state.cursor;
	}

	/** Of the column segments all, or those that changed. */
	async #writeSegments({ isWhole } = { isWhole: false }): Promise<void> {
		await this.#writeBehind({ isWhole });
		await this.#untilWritten();
	}

	/** Begins to write what is there now; answers when what was begun before is written. */
	async #writeBehind({ isWhole } = { isWhole: false }): Promise<void> {
		await this.#untilWritten();
		this.#writing = this.#writeRecent(isWhole).finally(() => {
			this.#rowsInHand = 0;
		});
		// Who waits for it next is told.
		this.#writing.catch(() => undefined);
	}

	/** Throws what the last write threw, once. */
	async #untilWritten(): Promise<void> {
		const writing = this.#writing;
		this.#writing = Promise.resolve();
		await writing;
	}

	/** Nothing is on its way to the disk, whatever became of it. */
	async #untilStill(): Promise<void> {
		await this.#writing.catch(() => undefined);
	}

	/** All that goes to the disk is taken before the first wait: what comes in meanwhile is no part of it. */
	async #writeRecent(isWhole: boolean): Promise<void> {
		const folded = [...this.#recent];
		this.#rowsInHand = folded.length;
		const segments = isWhole ? Math.ceil(this.columns.positionCount / COLUMN_SEGMENT_ROWS) : 0;
		const all = Array.from({ length: segments }, (_, index) => index);
		const touched = new Set([...all, ...folded.map(([, { position }]) => columnSegmentOf(position))]);
		const columns = this.#baseValues.showIn(touched, () =>
			[...touched].map((index) => packColumns(this.columns, index)),
		);
		// The first segments of a cache are all there are.
		const isAll = isWhole || this.#state.clocks === "";
		const clocks = isAll ? this.#clockedBy : this.#state.clocks;
		const state = { ...this.#state, clocks, foldedTo: this.#state.cursor };
		const things = this.things.unsaved();
		const expectedCursor = this.#writtenCursor;
		const rows = await this.#rows.patch(
			new Map(folded.map(([, { position, ticket }]) => [position, ticket])),
		);
		await this.#store.commit({ expectedCursor, state, rows, columns, things, dropLogTo: state.cursor });
		// Only what is on disk is folded: a disk that refuses must not leave the log's rows for dropped.
		this.#state = { ...this.#state, clocks, foldedTo: state.foldedTo };
		this.#writtenCursor = state.cursor;
		this.#hasSideRows = false;
		this.things.noteSaved(things);
		this.#rows.noteWritten(rows);
		for (const [ticketId, row] of folded) {
			if (this.#recent.get(ticketId) === row) this.#recent.delete(ticketId);
		}
	}

	#forgetFolded(foldedTo: number): void {
		this.#rows.forget();
		for (const [ticketId, row] of this.#recent) {
			if (row.cursor <= foldedTo) this.#recent.delete(ticketId);
		}
	}
}

function segmentOrNone(position: number): number | null {
	return position === NO_POSITION ? null : rowSegmentOf(position);
}

/** How the cache stands when a side page was taken. */
function afterSidePage(state: CacheState, page: ChangePage, kind: SideScope["kind"]): CacheState {
	if (kind === "working") {
		return { ...state, firstHead: state.firstHead || page.head, hasWorkingSet: !page.hasMore };
	}
	const { widening } = state;
	if (!widening) return state;
	if (page.hasMore) return { ...state, widening: { ...widening, next: page.next } };
	return { ...state, endedFrom: widening.to, widening: null };
}

/** Entries are never edited in place: the same ones say the same. */
function isSameLane(laid: readonly OutboxEntry[], lane: readonly OutboxEntry[]): boolean {
	return laid.length === lane.length && laid.every((entry, index) => entry === lane[index]);
}

export function mergeDirty(steps: readonly Dirty[]): Dirty {
	return {
		slots: steps.flatMap((step) => step.slots),
		kinds: new Set(steps.flatMap((step) => [...step.kinds])),
		ticketIds: new Set(steps.flatMap((step) => [...step.ticketIds])),
	};
}
