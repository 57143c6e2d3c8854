import { callerAnswered } from "./caller-answered.ts";
import { majorAccepted } from "./major-accepted.ts";
import type { Reaction } from "./reaction.ts";
import { remindersAnew } from "./reminders-anew.ts";
import { resolveChildren } from "./resolve-children.ts";

/** Every rule of the lifecycles that follows from a change, in the order in which they are asked. */
export const REACTIONS: readonly Reaction[] = [callerAnswered, remindersAnew, resolveChildren, majorAccepted];
