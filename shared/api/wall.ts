import { z } from "zod";
import { alertSchema } from "./alerts.ts";
import { checkStateSchema } from "./checks.ts";
import { epochMsSchema, idSchema, prioritySchema } from "./common.ts";

const wallIncidentSchema = z.strictObject({
	id: z.string(),
	number: z.string(),
	shortDescription: z.string(),
	state: z.int(),
	priority: prioritySchema,
	teamName: z.string().nullable(),
	assigneeName: z.string().nullable(),
	openedAt: epochMsSchema,
	dueAt: epochMsSchema.nullable(),
	isBreached: z.boolean(),
});

/**
 * `GET /api/wall`: all a wall shows, judged by the desk's own clock. A tile is as old as
 * `serverTime - observedAt` plus the time since the answer came; a source that has been silent for
 * longer than `staleAfterMs` makes its services `unknown`, never green.
 */
export const wallSchema = z.strictObject({
	serverTime: epochMsSchema,
	epoch: z.string(),
	deskName: z.string(),
	services: z.array(
		z.strictObject({
			id: idSchema,
			name: z.string(),
			state: checkStateSchema,
			since: epochMsSchema.nullable(),
			/** The oldest newest result among its checks; `null` where nothing was ever observed. */
			observedAt: epochMsSchema.nullable(),
			staleAfterMs: z.int(),
			checkCount: z.int(),
			openIncidents: z.int(),
		}),
	),
	alerts: z.strictObject({ total: z.int(), items: z.array(alertSchema), observedAt: epochMsSchema }),
	incidents: z.strictObject({
		open: z.int(),
		byPriority: z.array(z.int()).length(5),
		unassigned: z.int(),
		breached: z.int(),
		oldest: z.array(wallIncidentSchema),
		breaching: z.array(wallIncidentSchema),
		observedAt: epochMsSchema,
	}),
	/** What feeds the wall: the prober, later the connectors. */
	sources: z.array(
		z.strictObject({
			name: z.string(),
			state: z.enum(["live", "silent"]),
			lastSeenAt: epochMsSchema.nullable(),
			staleAfterMs: z.int(),
		}),
	),
});
export type Wall = z.infer<typeof wallSchema>;
export type WallIncident = z.infer<typeof wallIncidentSchema>;
