import type { Lifecycle } from "../lifecycle.ts";
import { PRIORITY_FIELDS, PRIORITY_REQUIREMENTS } from "./priority-fields.ts";
import { REQUEST_STATE, REQUEST_STATES } from "./request.ts";

/** A task goes through a request's states, but nobody has called for it. */
export const TASK_LIFECYCLE: Lifecycle = {
	kind: "task",
	prefix: "TASK",
	label: "Task",
	plural: "Tasks",
	initial: REQUEST_STATE.pending,
	states: REQUEST_STATES.map((state) =>
		state.value === REQUEST_STATE.pending ? { ...state, requires: [{ anyOf: ["shortDescription"] }] } : state,
	),
	always: PRIORITY_REQUIREMENTS,
	fields: PRIORITY_FIELDS,
};
