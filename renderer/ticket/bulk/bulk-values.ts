import type { TicketKind } from "../../../shared/ticket/kinds.ts";
import type { Level } from "../../../shared/ticket/priority.ts";
import type { DeclaredValue, NoteKind, TicketPatch } from "../../../shared/ticket/ticket.ts";
import type { BulkEdit } from "../../worker/bulk/bulk-protocol.ts";

/** Chosen in place of a person, team or thing: the field is emptied. */
export const EMPTY = "-";

/** A form for many tickets: what is `null` stays as it is on each of them. */
export interface BulkValues {
	readonly teamId: string | null;
	readonly assigneeId: string | null;
	readonly impact: Level | null;
	readonly urgency: Level | null;
	/** `incident 3`: the same number means something else to other kinds. */
	readonly state: string | null;
	readonly holdReason: number | null;
	readonly followUpAt: number | null;
	readonly closeCode: string | null;
	readonly closeNotes: string;
	readonly ciId: string | null;
	readonly serviceId: string | null;
	readonly parentId: string | null;
	readonly addTags: readonly string[];
	readonly removeTags: readonly string[];
	/** Any other fields, by name; one that was added and not filled yet is `null`. */
	readonly more: Readonly<Record<string, DeclaredValue>>;
	readonly noteKind: NoteKind;
	readonly note: string;
}

export const BLANK_VALUES: BulkValues = {
	teamId: null,
	assigneeId: null,
	impact: null,
	urgency: null,
	state: null,
	holdReason: null,
	followUpAt: null,
	closeCode: null,
	closeNotes: "",
	ciId: null,
	serviceId: null,
	parentId: null,
	addTags: [],
	removeTags: [],
	more: {},
	noteKind: "workNote",
	note: "",
};

const REFERENCES = ["teamId", "assigneeId", "ciId", "serviceId", "parentId"] as const;

export function stateKey(kind: TicketKind, state: number): string {
	return `${kind} ${state}`;
}

export function readStateKey(key: string): { readonly kind: TicketKind; readonly state: number } {
	const at = key.lastIndexOf(" ");
	return { kind: key.slice(0, at), state: Number(key.slice(at + 1)) };
}

/** What a form says of every ticket; `asked` are the fields that its state asks for. */
export function toBulkEdit(values: BulkValues, asked: ReadonlySet<string>): BulkEdit {
	const state = values.state === null ? null : readStateKey(values.state);
	const text = values.note.trim();
	const references = REFERENCES.flatMap((field) => {
		const value = values[field];
		return value === null ? [] : [[field, value === EMPTY ? null : value]];
	});
	const set: TicketPatch = {
		...Object.fromEntries(references),
		...Object.fromEntries(Object.entries(values.more).filter(([, value]) => value !== null && value !== "")),
		...(values.impact === null ? {} : { impact: values.impact }),
		...(values.urgency === null ? {} : { urgency: values.urgency }),
		...(state ? { state: state.state, ...askedOf(values, asked) } : {}),
	};
	return {
		set,
		...(state ? { stateOf: state.kind } : {}),
		...tagsOf(values),
		...(text === "" ? {} : { note: { kind: values.noteKind, text } }),
	};
}

function tagsOf({ addTags, removeTags }: BulkValues): Pick<BulkEdit, "tags"> {
	if (addTags.length === 0 && removeTags.length === 0) return {};
	return { tags: { add: addTags, remove: removeTags } };
}

function askedOf(values: BulkValues, asked: ReadonlySet<string>): TicketPatch {
	const { holdReason, followUpAt, closeCode, closeNotes } = values;
	return {
		...(asked.has("holdReason") && holdReason !== null ? { holdReason } : {}),
		...(asked.has("followUpAt") && followUpAt !== null ? { followUpAt } : {}),
		...(asked.has("closeCode") && closeCode !== null ? { closeCode } : {}),
		...(asked.has("closeNotes") && closeNotes.trim() !== "" ? { closeNotes: closeNotes.trim() } : {}),
	};
}
