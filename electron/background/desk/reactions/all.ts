import { settleApprovals } from "../approvals/settle-approvals.ts";
import { followChange } from "../change/follow-change.ts";
import { fulfilItems } from "../requests/fulfil.ts";
import { rollUpParts } from "../requests/roll-up-parts.ts";
import { callerAnswered } from "./caller-answered.ts";
import { majorAccepted } from "./major-accepted.ts";
import { tellMerged } from "./merged.ts";
import { handOnDuplicate } from "./problem-duplicate.ts";
import { resolveLateIncident, resolveWaitingIncidents } from "./problem-resolved.ts";
import type { Reaction } from "./reaction.ts";
import { remindersAnew } from "./reminders-anew.ts";
import { resolveChildren } from "./resolve-children.ts";
import { tellSplitOff } from "./split-off.ts";

/** Every rule of the lifecycles that follows from a change, in the order in which they are asked. */
export const REACTIONS: readonly Reaction[] = [
	settleApprovals,
	followChange,
	fulfilItems,
	rollUpParts,
	callerAnswered,
	remindersAnew,
	resolveChildren,
	majorAccepted,
	resolveWaitingIncidents,
	resolveLateIncident,
	handOnDuplicate,
	tellMerged,
	tellSplitOff,
];
