import { HOLD_REASON, INCIDENT_STATE } from "../../../../shared/ticket/lifecycles/incident.ts";

/** A state of the log in our words. */
export interface LoggedState {
	readonly state: number;
	readonly holdReason: number | null;
	/** The log's own name, where ours does not say the same. */
	readonly sourceState: string | null;
}

const { new: isNew, inProgress, onHold, resolved, closed, canceled } = INCIDENT_STATE;
const plain = (state: number): LoggedState => ({ state, holdReason: null, sourceState: null });
const held = (holdReason: number): LoggedState => ({ state: onHold, holdReason, sourceState: null });

const STATES: ReadonlyMap<string, LoggedState> = new Map([
	["New", plain(isNew)],
	["Active", plain(inProgress)],
	["In Progress", plain(inProgress)],
	["Awaiting User Info", held(HOLD_REASON.awaitingCaller)],
	["Awaiting Caller", held(HOLD_REASON.awaitingCaller)],
	["Awaiting Problem", held(HOLD_REASON.awaitingProblem)],
	["Awaiting Vendor", held(HOLD_REASON.awaitingVendor)],
	["Awaiting Change", held(HOLD_REASON.awaitingChange)],
	// We have no such hold reason, and none of ours says it: held, for the reason that the label gives.
	["Awaiting Evidence", { state: onHold, holdReason: null, sourceState: "Awaiting Evidence" }],
	["On Hold", plain(onHold)],
	["Resolved", plain(resolved)],
	["Closed", plain(closed)],
	["Canceled", plain(canceled)],
]);

/** ServiceNow's mark for "no state was recorded": the incident stays as it was. */
export const UNRECORDED_STATE = "-100";

export function findLoggedState(name: string): LoggedState | undefined {
	return STATES.get(name);
}
