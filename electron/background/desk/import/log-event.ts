import type { WallClock } from "../../../../shared/sla/wall-clock.ts";
import { formatTicketNumber } from "../../../../shared/ticket/kinds.ts";
import type { Level, Priority } from "../../../../shared/ticket/priority.ts";
import type { EpochMs } from "../../../../shared/ticket/ticket.ts";
import type { LogColumn, LogHeader } from "./log-columns.ts";
import { findLoggedState, type LoggedState, UNRECORDED_STATE } from "./log-state.ts";
import { readChoice, readCount, readMoment, readText } from "./log-values.ts";

/** One line of the log: an incident as it stood after somebody updated it. */
export interface LogEvent {
	readonly line: number;
	readonly number: string;
	/** `null`: the log recorded none, so it is what it was. */
	readonly state: LoggedState | null;
	readonly updatedAt: EpochMs;
	readonly updatedBy: string | null;
	readonly openedAt: EpochMs;
	readonly openedBy: string | null;
	readonly caller: string | null;
	readonly impact: Level;
	readonly urgency: Level;
	/** As logged: fact, whatever our matrix would say. */
	readonly priority: Priority;
	readonly team: string | null;
	readonly assignee: string | null;
	readonly ci: string | null;
	readonly category: string | null;
	readonly subcategory: string | null;
	readonly symptom: string | null;
	readonly contactType: string | null;
	readonly reopenCount: number;
	readonly shortDescription: string | null;
	readonly description: string | null;
	/** What the log says besides and we have no field for, one sentence each. */
	readonly facts: string;
	readonly end: LoggedEnd;
}

/** How an incident ended: repeated on all its lines, and true only from that moment on. */
export interface LoggedEnd {
	readonly resolvedAt: EpochMs | null;
	readonly resolvedBy: string | null;
	readonly closedAt: EpochMs | null;
	readonly closedCode: string | null;
}

/** Why a line is left out; the rest of the log goes on without it. */
export class BadLine extends Error {
	override readonly name = "BadLine";
}

export type ReadEvent = (line: number, fields: readonly string[]) => LogEvent;

const LEVELS: readonly Level[] = [1, 2, 3];
const PRIORITIES: readonly Priority[] = [1, 2, 3, 4, 5];

/** Makes the reader of a log's lines; it throws `BadLine`. */
export function makeEventReader(header: LogHeader, wallClock: WallClock): ReadEvent {
	const intern = makeInterner();
	const ends = new Map<string, LoggedEnd>();
	return (line, fields) => {
		const at = (column: LogColumn): string => fields[header.indexOf.get(column) ?? -1] ?? "";
		const text = (column: LogColumn): string | null => intern(readText(at(column)));
		const moment = (column: LogColumn): EpochMs | null => momentOf(column, at(column), wallClock);
		const end = keepOne(
			ends,
			[at("resolved_at"), at("resolved_by"), at("closed_at"), at("closed_code")],
			() => ({
				resolvedAt: moment("resolved_at"),
				resolvedBy: text("resolved_by"),
				closedAt: moment("closed_at"),
				closedCode: text("closed_code"),
			}),
		);
		return {
			line,
			number: intern(numberOf(at("number"))),
			state: stateOf(at("incident_state")),
			updatedAt: needed("sys_updated_at", moment("sys_updated_at")),
			updatedBy: text("sys_updated_by"),
			openedAt: needed("opened_at", moment("opened_at")),
			openedBy: text("opened_by"),
			caller: text("caller_id"),
			impact: choiceOf("impact", at("impact"), LEVELS),
			urgency: choiceOf("urgency", at("urgency"), LEVELS),
			priority: choiceOf("priority", at("priority"), PRIORITIES),
			team: text("assignment_group"),
			assignee: text("assigned_to"),
			ci: text("cmdb_ci"),
			category: text("category"),
			subcategory: text("subcategory"),
			symptom: text("u_symptom"),
			contactType: text("contact_type"),
			reopenCount: needed("reopen_count", readCount(at("reopen_count"))),
			shortDescription: text("short_description"),
			description: text("description"),
			facts: intern(describeFacts(text)),
			end,
		};
	};
}

function numberOf(value: string): string {
	const digits = /^INC0*(\d{1,15})$/i.exec(value.trim())?.[1];
	if (digits === undefined) throw new BadLine(`number: “${value}” is not an incident’s number`);
	return formatTicketNumber("incident", Number(digits));
}

function stateOf(value: string): LoggedState | null {
	const name = value.trim();
	if (name === UNRECORDED_STATE) return null;
	const state = findLoggedState(name);
	if (!state) throw new BadLine(`incident_state: “${name}” is not a state that we know`);
	return state;
}

function choiceOf<Value extends number>(column: LogColumn, value: string, choices: readonly Value[]): Value {
	const choice = readChoice(value, choices);
	if (choice === null) throw new BadLine(`${column}: “${value}” is not one of ${choices.join(", ")}`);
	return choice;
}

function momentOf(column: LogColumn, value: string, wallClock: WallClock): EpochMs | null {
	const moment = readMoment(value, wallClock);
	if (!moment.ok) throw new BadLine(`${column}: ${moment.error.message}`);
	return moment.value;
}

function needed<Value>(column: LogColumn, value: Value | null): Value {
	if (value === null) throw new BadLine(`${column}: is missing`);
	return value;
}

/** Sentences of facts that tickets have no field for, so that their changes show in the history all the same. */
const FACTS: readonly (readonly [column: LogColumn, says: (value: string) => string | null])[] = [
	["location", (value) => `Location: ${value}`],
	["u_symptom", (value) => `Symptom: ${value}`],
	["problem_id", (value) => `Problem: ${value}`],
	["rfc", (value) => `Change: ${value}`],
	["caused_by", (value) => `Caused by change: ${value}`],
	["vendor", (value) => `Vendor: ${value}`],
	["u_priority_confirmation", (value) => (value === "true" ? "Priority confirmed" : null)],
	["knowledge", (value) => (value === "true" ? "Knowledge base document used" : null)],
	["made_sla", (value) => (value === "false" ? "Missed its SLA" : null)],
];

function describeFacts(text: (column: LogColumn) => string | null): string {
	return FACTS.flatMap(([column, says]) => {
		const value = text(column);
		return value === null ? [] : (says(value) ?? []);
	}).join("\n");
}

/** The same values stand on thousands of lines: each is kept once. */
function makeInterner() {
	const known = new Map<string, string>();
	return <Value extends string | null>(value: Value): Value => {
		if (value === null) return value;
		const found = known.get(value);
		if (found === undefined) known.set(value, value);
		return (found ?? value) as Value;
	};
}

function keepOne<Value>(known: Map<string, Value>, key: readonly string[], make: () => Value): Value {
	const name = key.join("\n");
	const found = known.get(name);
	if (found !== undefined) return found;
	const made = make();
	known.set(name, made);
	return made;
}
