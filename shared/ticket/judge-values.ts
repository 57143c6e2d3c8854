import { can, type Role } from "../permission/permission.ts";
import { judgeAnswer, parseAnswers } from "../request/answers.ts";
import type { Refusal } from "../result.ts";
import { fieldLabel, withArticle } from "./field-labels.ts";
import type { TicketKind } from "./kinds.ts";
import {
	type Choice,
	type FieldDefinition,
	findField,
	lifecycleOf,
	type MoveActor,
	type StateDefinition,
} from "./lifecycle.ts";
import { areLinks } from "./parts/links.ts";
import { areTags } from "./parts/tags.ts";
import { type DeclaredValue, isDeclared, type TicketFieldName, type TicketPatch } from "./ticket.ts";

/** Who sets something: a person with roles, or the desk by itself. */
export interface Setter {
	readonly actor: MoveActor;
	/** Where they are known; without them rights are left to who knows them. */
	readonly roles?: readonly Role[] | undefined;
}

const LONGEST = { text: 200, longText: 32_000 } as const;

/** Whether each value fits its field. Codes: `value_not_allowed`, `no_such_field`, `right_required`. */
export function judgeValues(kind: TicketKind, set: TicketPatch, by: Setter): Refusal | undefined {
	const { closeCodes, holdReasons } = lifecycleOf(kind);
	if (set.closeCode && isNoneOf(set.closeCode, closeCodes))
		return notAllowed(`“${set.closeCode}” is not one of the close codes.`, "closeCode");
	if (set.holdReason && isNoneOf(set.holdReason, holdReasons))
		return notAllowed(`${set.holdReason} is not one of the hold reasons.`, "holdReason");
	for (const [name, value] of Object.entries(set)) {
		if (!isDeclared(name)) continue;
		const refusal = judgeDeclared(kind, { name, value: value as DeclaredValue }, by);
		if (refusal) return refusal;
	}
	return undefined;
}

/** What a state empties when it is left means nothing in any other; what it locks nobody changes there. */
export function judgePlace(
	kind: TicketKind,
	state: StateDefinition | undefined,
	set: TicketPatch,
	{ actor }: Setter,
): Refusal | undefined {
	const locked = actor === "person" ? state?.locks?.find((field) => set[field] !== undefined) : undefined;
	if (state && locked) {
		const message = `The ${fieldLabel(kind, locked)} can’t be changed in ${state.name}.`;
		return { code: "field_locked", message, path: locked };
	}
	for (const home of lifecycleOf(kind).states) {
		if (home.value === state?.value) continue;
		const field = home.clearsOnLeave.find((name) => isFilled(set[name]));
		if (field && !state?.clearsOnLeave.includes(field)) {
			return notAllowed(
				`${capital(withArticle(fieldLabel(kind, field)))} belongs to ${home.name} only.`,
				field,
			);
		}
	}
	return undefined;
}

function judgeDeclared(
	kind: TicketKind,
	{ name, value }: { readonly name: TicketFieldName; readonly value: DeclaredValue },
	{ actor, roles }: Setter,
): Refusal | undefined {
	const field = findField(kind, name);
	if (!field) return { code: "no_such_field", message: `A ${kind} has no field ${name}.`, path: name };
	const label = fieldLabel(kind, name);
	if (actor === "person" && field.isByRule)
		return { code: "right_required", message: `The ${label} is set by rules, not by hand.`, path: name };
	if (actor === "person" && field.needs && roles && !can(roles, field.needs))
		return { code: "right_required", message: `Your roles do not let you set the ${label}.`, path: name };
	if (value === null || fitsField(field, value)) return undefined;
	return notAllowed(`That is not what ${withArticle(label)} can be.`, name);
}

/** Whether a value is one that the field can have. */
export function fitsField({ type, choices, parts }: FieldDefinition, value: string | number): boolean {
	if (parts === "tags") return areTags(value);
	if (parts === "links") return areLinks(value);
	switch (type) {
		case "text":
		case "longText":
			return typeof value === "string" && value.length <= LONGEST[type];
		case "answers":
			return parseAnswers(value)?.every((answer) => judgeAnswer(answer) === null) ?? false;
		case "choice":
			return !isNoneOf(value, choices);
		case "flag":
			return value === 0 || value === 1;
		case "number":
			return Number.isFinite(value);
		case "moment":
			return Number.isSafeInteger(value) && Number(value) > 0;
		default:
			return typeof value === "string" && value.length <= 64 && value !== "";
	}
}

function isNoneOf(value: string | number, choices: readonly Choice[] | undefined): boolean {
	return choices !== undefined && !choices.some((choice) => choice.value === value);
}

function notAllowed(message: string, path: TicketFieldName): Refusal {
	return { code: "value_not_allowed", message, path };
}

/** With its first letter in upper case. */
export function capital(text: string): string {
	return `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;
}

export function isFilled(value: unknown): boolean {
	return typeof value === "string" ? value.trim() !== "" : value !== null && value !== undefined;
}
