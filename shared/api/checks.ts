import { z } from "zod";
import { epochMsSchema, idSchema, LIMITS } from "./common.ts";

/** What a check asks of its endpoint. */
export const checkTargetSchema = z.discriminatedUnion("type", [
	z.strictObject({
		type: z.literal("http"),
		url: z.url({ protocol: /^https?$/ }).max(2_000),
		method: z.enum(["GET", "HEAD", "POST"]).default("GET"),
		/** Status codes that count as up, `200-399` or `200,204`. */
		expectStatus: z
			.string()
			.max(100)
			.regex(/^\d{3}(-\d{3})?(,\d{3}(-\d{3})?)*$/)
			.default("200-399"),
		/** Text that the answer's first megabyte must hold. */
		expectText: z.string().max(1_000).nullable().default(null),
	}),
	z.strictObject({
		type: z.literal("tcp"),
		host: z.string().min(1).max(253),
		port: z.int().min(1).max(65_535),
	}),
	z.strictObject({
		type: z.literal("dns"),
		name: z.string().min(1).max(253),
		recordType: z.enum(["A", "AAAA", "CNAME", "MX", "NS", "TXT"]).default("A"),
		/** `host` or `host:port`; the system's own where it is `null`. */
		server: z.string().max(255).nullable().default(null),
		/** An answer that must be among the answers. */
		expectAnswer: z.string().max(255).nullable().default(null),
	}),
]);
export type CheckTarget = z.infer<typeof checkTargetSchema>;

/** What a person enters. Times are milliseconds. */
export const checkInputSchema = z.strictObject({
	name: z.string().trim().min(1).max(LIMITS.name),
	target: checkTargetSchema,
	intervalMs: z.int().min(1_000).max(86_400_000).default(30_000),
	/** Everything included: name look-up, connection, answer. */
	timeoutMs: z.int().min(100).max(120_000).default(5_000),
	/** Failures in a row after the first until the state is hard. */
	retries: z.int().min(0).max(20).default(2),
	retryIntervalMs: z.int().min(500).max(3_600_000).default(5_000),
	/** Slower than this is degraded. */
	degradedAboveMs: z.int().min(1).max(120_000).nullable().default(null),
	ciId: idSchema.nullable().default(null),
	serviceId: idSchema.nullable().default(null),
	/** Who gets the incident; the CI's owner where it is `null`. */
	teamId: idSchema.nullable().default(null),
	isPaused: z.boolean().default(false),
});
export type CheckInput = z.infer<typeof checkInputSchema>;
export const checkPatchSchema = z.strictObject({
	name: checkInputSchema.shape.name.optional(),
	target: checkTargetSchema.optional(),
	intervalMs: z.int().min(1_000).max(86_400_000).optional(),
	timeoutMs: z.int().min(100).max(120_000).optional(),
	retries: z.int().min(0).max(20).optional(),
	retryIntervalMs: z.int().min(500).max(3_600_000).optional(),
	degradedAboveMs: z.int().min(1).max(120_000).nullable().optional(),
	ciId: idSchema.nullable().optional(),
	serviceId: idSchema.nullable().optional(),
	teamId: idSchema.nullable().optional(),
	isPaused: z.boolean().optional(),
});
export type CheckPatch = z.infer<typeof checkPatchSchema>;

export const CHECK_STATES = ["up", "degraded", "down", "unknown"] as const;
export const checkStateSchema = z.enum(CHECK_STATES);
export type CheckState = z.infer<typeof checkStateSchema>;

/** One run of a check. Phases that did not happen are `null`; milliseconds. */
export const checkResultSchema = z.strictObject({
	at: epochMsSchema,
	state: checkStateSchema,
	/** One sentence: `HTTP 503`, `connection refused`. */
	summary: z.string(),
	statusCode: z.int().nullable(),
	errorCode: z.string().nullable(),
	totalMs: z.number(),
	phases: z.strictObject({
		dnsMs: z.number().nullable(),
		connectMs: z.number().nullable(),
		tlsMs: z.number().nullable(),
		firstByteMs: z.number().nullable(),
		transferMs: z.number().nullable(),
	}),
});
export type CheckResult = z.infer<typeof checkResultSchema>;

/** `POST /api/checks/test`: runs it once, now, without keeping anything; answers the result, or 503 `prober_unavailable`. */
export const checkTestSchema = z.strictObject({
	target: checkTargetSchema,
	timeoutMs: checkInputSchema.shape.timeoutMs,
	degradedAboveMs: checkInputSchema.shape.degradedAboveMs,
});
export type CheckTest = z.infer<typeof checkTestSchema>;

/** A check with the state that consoles cache; results travel apart. */
export const checkSchema = z.strictObject({
	...checkInputSchema.shape,
	id: idSchema,
	/** The hard state. */
	state: checkStateSchema,
	stateSince: epochMsSchema.nullable(),
	revision: z.int(),
});
export type Check = z.infer<typeof checkSchema>;

/** Live figures of one check: never in the change log, sent as hints and asked for by `GET /api/checks`. */
export const checkFiguresSchema = z.strictObject({
	checkId: idSchema,
	/** Failing but not yet confirmed. */
	isSoft: z.boolean(),
	softState: checkStateSchema,
	attempt: z.int(),
	lastResult: checkResultSchema.nullable(),
	/** Of the last 24 h, 0–1; `null` before the first result. */
	uptime: z.number().nullable(),
	p50Ms: z.number().nullable(),
	p95Ms: z.number().nullable(),
	/** The latest up to 40 states, oldest first, for a heartbeat bar. */
	recent: z.array(checkStateSchema),
});
export type CheckFigures = z.infer<typeof checkFiguresSchema>;

/** `GET /api/checks`. */
export const checkListSchema = z.strictObject({
	serverTime: epochMsSchema,
	checks: z.array(checkSchema),
	figures: z.array(checkFiguresSchema),
});
/** `GET /api/checks/:id`: with the results of the last 24 h, newest last, thinned to at most 2,880. */
export const checkDetailSchema = z.strictObject({
	serverTime: epochMsSchema,
	check: checkSchema,
	figures: checkFiguresSchema,
	results: z.array(checkResultSchema),
	alertIds: z.array(idSchema),
});
export type CheckDetail = z.infer<typeof checkDetailSchema>;
