import { z } from "zod";
import type { PriorityMatrix } from "../ticket/priority.ts";
import { prioritySchema } from "./common.ts";

/** What time does to incidents: the same for the whole desk. */
export const incidentSettingsSchema = z.strictObject({
	id: z.literal("incidents"),
	/** Between two reminders to a caller, in business days of the calendar “Business hours”. */
	reminderDays: z.int().min(1).max(30),
	/** How long after its last update a resolved incident closes by itself; `null`: never. */
	closeAfterHours: z.int().min(1).max(2_160).nullable(),
});
export type IncidentSettings = z.infer<typeof incidentSettingsSchema>;

const rowSchema = z.tuple([prioritySchema, prioritySchema, prioritySchema]).readonly();

/** Which priority impact and urgency give: rows are impact 1–3, columns urgency 1–3. */
export const prioritySettingsSchema = z.strictObject({
	id: z.literal("priorities"),
	matrix: z.tuple([rowSchema, rowSchema, rowSchema]).readonly() satisfies z.ZodType<PriorityMatrix>,
});
export type PrioritySettings = z.infer<typeof prioritySettingsSchema>;

/** What everybody may know of the desk's mail: it is derived, nobody sets it. */
export const mailStateSchema = z.strictObject({
	id: z.literal("mail"),
	/** Whether the desk reads and sends. */
	isOn: z.boolean(),
	/** Messages that wait for somebody. */
	unmatched: z.int().min(0),
	/** Rises with whatever becomes of a message. */
	version: z.int().min(0),
});
export type MailState = z.infer<typeof mailStateSchema>;
export const NO_MAIL: MailState = { id: "mail", isOn: false, unmatched: 0, version: 0 };

/** A setting of the desk that people choose. */
export type DeskSetting = IncidentSettings | PrioritySettings;
/** What consoles need of the desk as a whole: it travels to them with the change feed. */
export const travellingSettingSchema = z.discriminatedUnion("id", [
	incidentSettingsSchema,
	prioritySettingsSchema,
	mailStateSchema,
]);
export type TravellingSetting = z.infer<typeof travellingSettingSchema>;

/** `GET /api/desk-settings`; `PUT /api/desk-settings/:id` takes one of them. */
export const deskSettingsSchema = z.strictObject({
	incidents: incidentSettingsSchema,
	priorities: prioritySettingsSchema,
});
export type DeskSettings = z.infer<typeof deskSettingsSchema>;

/** What every desk begins with. */
export const DEFAULT_DESK_SETTINGS: DeskSettings = {
	incidents: { id: "incidents", reminderDays: 1, closeAfterHours: 24 },
	priorities: {
		id: "priorities",
		matrix: [
			[1, 2, 3],
			[2, 3, 4],
			[3, 4, 5],
		],
	},
};
