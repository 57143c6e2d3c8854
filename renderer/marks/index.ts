export { CheckStateMark, CheckStateShape } from "./check-state-mark.tsx";
export { DueMark } from "./due-mark.tsx";
export { FollowUpMark, PastFollowUpMark } from "./follow-up-mark.tsx";
export { KnownErrorMark } from "./known-error-mark.tsx";
export { PriorityMark } from "./priority-mark.tsx";
export { SeverityMark } from "./severity-mark.tsx";
export { StateMark } from "./state-mark.tsx";
export { TimeAgo } from "./time-ago.tsx";
