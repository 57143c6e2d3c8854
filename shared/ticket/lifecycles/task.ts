import type { Lifecycle } from "../lifecycle.ts";
import { REQUEST_LIFECYCLE } from "./request.ts";

/** A task goes through a request's states, but nobody has called for it. */
export const TASK_LIFECYCLE: Lifecycle = {
	kind: "task",
	initial: REQUEST_LIFECYCLE.initial,
	states: REQUEST_LIFECYCLE.states.map((state) =>
		state.value === REQUEST_LIFECYCLE.initial
			? { ...state, requires: [{ anyOf: ["shortDescription"] }] }
			: state,
	),
};
