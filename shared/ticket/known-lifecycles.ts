import type { TicketKind } from "./kinds.ts";
import type { Lifecycle } from "./lifecycle.ts";
import { APPROVAL_LIFECYCLE } from "./lifecycles/approval.ts";
import { CHANGE_LIFECYCLE } from "./lifecycles/change.ts";
import { INCIDENT_LIFECYCLE } from "./lifecycles/incident.ts";
import { ITEM_LIFECYCLE } from "./lifecycles/item.ts";
import { PROBLEM_LIFECYCLE } from "./lifecycles/problem.ts";
import { REQUEST_LIFECYCLE } from "./lifecycles/request.ts";
import { TASK_LIFECYCLE } from "./lifecycles/task.ts";
import { completedBy } from "./override.ts";

/** What the product brings, in the order in which consoles number kinds: more are added at the end. */
export const BUILT_IN_LIFECYCLES: readonly Lifecycle[] = [
	INCIDENT_LIFECYCLE,
	REQUEST_LIFECYCLE,
	PROBLEM_LIFECYCLE,
	CHANGE_LIFECYCLE,
	TASK_LIFECYCLE,
	ITEM_LIFECYCLE,
	APPROVAL_LIFECYCLE,
];

/** What a desk has defined itself: a kind of its own, or more for one that the product brings. */
export interface DefinedLifecycle {
	readonly definition: Lifecycle;
	/** Among the kinds that the desk has added, in the order in which it did; `null` for a built-in one. */
	readonly place: number | null;
}

/** Added kinds are numbered from here, so that the product can bring more without renumbering them. */
const ADDED_FROM = 64;
/** A kind's number is a byte in the columns of consoles. */
export const MOST_ADDED_KINDS = 256 - ADDED_FROM;

interface Known {
	readonly definition: Lifecycle;
	readonly index: number;
}

const known = new Map<TicketKind, Known>(
	BUILT_IN_LIFECYCLES.map((definition, index) => [definition.kind, { definition, index }]),
);

/** The first of what is known, by number and by prefix. */
let byIndex = indexKinds();

/**
 * Makes the desk's own definitions known to this process, in place of what it knew of their kinds. A kind
 * stays known: there may be tickets of it.
 */
export function registerLifecycles(defined: readonly DefinedLifecycle[]): void {
	for (const { definition, place } of defined) {
		const builtIn = builtInLifecycle(definition.kind);
		if (builtIn) {
			const index = BUILT_IN_LIFECYCLES.indexOf(builtIn);
			known.set(definition.kind, { definition: completedBy(definition, builtIn), index });
		} else if (place !== null) known.set(definition.kind, { definition, index: ADDED_FROM + place });
	}
	byIndex = indexKinds();
}

function indexKinds(): ReadonlyMap<number, TicketKind> {
	const kinds = [...known].sort(([, one], [, other]) => one.index - other.index);
	return new Map(kinds.map(([kind, { index }]) => [index, kind]));
}

/** As the product brings it, whatever the desk made of it. */
export function builtInLifecycle(kind: TicketKind): Lifecycle | undefined {
	return BUILT_IN_LIFECYCLES.find((lifecycle) => lifecycle.kind === kind);
}

/** All kinds that are known here: the built-in ones, then those that the desk has added. */
export function ticketKinds(): readonly TicketKind[] {
	return [...byIndex.values()];
}

/** Those that the desk has added and people open by hand, in the order in which it did. */
export function addedKinds(): readonly TicketKind[] {
	return ticketKinds().filter((kind) => !builtInLifecycle(kind) && !knownLifecycle(kind)?.isByRule);
}

export function isKnownKind(kind: TicketKind): boolean {
	return known.has(kind);
}

/** A kind as a number: the same on every console and at any time; -1 where it is not known. */
export function kindIndex(kind: TicketKind): number {
	return known.get(kind)?.index ?? -1;
}

export function kindAt(index: number): TicketKind | undefined {
	return byIndex.get(index);
}

export function knownLifecycle(kind: TicketKind): Lifecycle | undefined {
	return known.get(kind)?.definition;
}

/** What the numbers of a kind begin with; a kind that is not known here has none. */
export function prefixOf(kind: TicketKind): string {
	return knownLifecycle(kind)?.prefix ?? "";
}

/** The kind whose numbers begin so, in capitals. */
export function kindOfPrefix(prefix: string): TicketKind | undefined {
	return [...byIndex.values()].find((kind) => prefixOf(kind) === prefix);
}
