import { can } from "../permission/permission.ts";
import { ok, type Result, refuse } from "../result.ts";
import { fieldLabel } from "./field-labels.ts";
import type { Setter } from "./judge-values.ts";
import { type FieldDefinition, type FieldStep, lifecycleOf, type Requirement } from "./lifecycle.ts";
import { fieldValue, type Ticket, type TicketPatch } from "./ticket.ts";

/** What a step asks for, and what it leads to, in words. */
export interface StepRequirement {
	readonly requirement: Requirement;
	readonly name: string;
}

/** The steps that a field may take from where it stands. */
export function stepsFrom(ticket: Ticket, field: FieldDefinition): readonly FieldStep[] {
	const value = fieldValue(ticket, field.name) ?? null;
	return field.steps?.filter(({ from }) => from.includes(value)) ?? [];
}

/** What the fields that go by steps ask for where they are set. Codes: `step_not_allowed`, `right_required`. */
export function judgeSteps(
	ticket: Ticket,
	set: TicketPatch,
	{ actor, roles }: Setter,
): Result<readonly StepRequirement[]> {
	const asked: StepRequirement[] = [];
	for (const field of lifecycleOf(ticket.kind).fields) {
		const to = set[field.name];
		if (!field.steps || to === undefined || to === (fieldValue(ticket, field.name) ?? null)) continue;
		const label = fieldLabel(ticket.kind, field.name);
		const name = field.choices?.find(({ value }) => value === to)?.label ?? "None";
		const step = stepsFrom(ticket, field).find((candidate) => candidate.to === to);
		if (!step)
			return refuse("step_not_allowed", `The ${label} can’t become ${name} from what it is.`, field.name);
		if (actor === "person" && step.needs && roles && !can(roles, step.needs))
			return refuse("right_required", `“${step.label}” is not for your roles.`, field.name);
		asked.push(...(step.requires ?? []).map((requirement) => ({ requirement, name: step.label })));
	}
	return ok(asked);
}
