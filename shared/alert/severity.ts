/** 5 critical, 4 major, 3 minor, 2 warning, 1 info, 0 clear. */
export type Severity = 0 | 1 | 2 | 3 | 4 | 5;

/** Whether a condition is there; `unknown` is its own lane: never green, never a P1 by itself. */
export const ALERT_CONDITIONS = ["firing", "resolved", "unknown"] as const;
export type AlertCondition = (typeof ALERT_CONDITIONS)[number];
