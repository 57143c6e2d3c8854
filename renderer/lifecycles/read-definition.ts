import { readLifecycle } from "../../shared/api/lifecycles.ts";
import type { Refusal } from "../../shared/result.ts";
import { judgeEdit } from "../../shared/ticket/judge-edit.ts";
import { isKnownKind } from "../../shared/ticket/known-lifecycles.ts";
import type { Lifecycle } from "../../shared/ticket/lifecycle.ts";
import { lifecyclesText } from "../text/en/lifecycles.ts";

const text = lifecyclesText.edit;

export type ReadDefinition =
	| { readonly ok: true; readonly definition: Lifecycle }
	| { readonly ok: false; readonly refusals: readonly Refusal[] };

/** The definition that somebody typed, or everything that is wrong with it; `kind` is whose page it is, `null` a new one's. */
export function readDefinition(typed: string, kind: string | null): ReadDefinition {
	let data: unknown;
	try {
		data = JSON.parse(typed);
	} catch (error) {
		const message = text.noJson(error instanceof Error ? error.message : String(error));
		return { ok: false, refusals: [{ code: "no_json", message }] };
	}
	const read = readLifecycle(data);
	if (!read.ok) return read;
	const { definition } = read;
	const refusals = [...judgeKind(definition, kind), ...judgeEdit(definition)];
	return refusals.length > 0 ? { ok: false, refusals } : read;
}

function judgeKind({ kind: named }: Lifecycle, kind: string | null): readonly Refusal[] {
	if (kind !== null && named !== kind)
		return [{ code: "other_kind", message: text.otherKind(kind), path: "kind" }];
	if (kind === null && isKnownKind(named))
		return [{ code: "kind_known", message: text.known(named), path: "kind" }];
	return [];
}

/** Small, and whole: what a new kind may begin from. */
export const NEW_KIND: Lifecycle = {
	kind: "visit",
	prefix: "VIS",
	label: "Visit",
	plural: "Visits",
	initial: 1,
	states: [
		{
			value: 1,
			name: "New",
			phase: "open",
			moves: [
				{ to: 2, label: "Start" },
				{ to: 4, label: "Cancel", requires: [{ note: "workNote" }] },
			],
			requires: [{ anyOf: ["shortDescription"] }],
			clearsOnLeave: [],
		},
		{
			value: 2,
			name: "In Progress",
			phase: "open",
			moves: [{ to: 3, label: "Close" }],
			requires: [{ anyOf: ["assigneeId", "teamId"] }],
			clearsOnLeave: [],
		},
		{
			value: 3,
			name: "Closed",
			phase: "closed",
			moves: [],
			requires: [{ anyOf: ["closeNotes"] }],
			clearsOnLeave: [],
		},
		{ value: 4, name: "Canceled", phase: "canceled", moves: [], requires: [], clearsOnLeave: [] },
	],
	fields: [{ name: "$place", label: "Place", type: "text" }],
	parentKinds: [],
	hasTasks: true,
};
