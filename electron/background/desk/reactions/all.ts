import { settleApprovals } from "../approvals/settle-approvals.ts";
import { followChange } from "../change/follow-change.ts";
import type { Reaction } from "./reaction.ts";

/** Every rule of the lifecycles that follows from a change, in the order in which they are asked. */
export const REACTIONS: readonly Reaction[] = [settleApprovals, followChange];
