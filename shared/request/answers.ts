import { z } from "zod";
import { idSchema, LIMITS } from "../api/common.ts";

/** What a field of a requested item may be. A date is a local day, `2026-12-24`; a person is an id; a flag 0 or 1. */
export const ASKED_TYPES = ["text", "longText", "number", "choice", "flag", "person", "date"] as const;
export type AskedType = (typeof ASKED_TYPES)[number];

/** One field that an offer asks for. */
export const askedFieldSchema = z.strictObject({
	key: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/),
	label: z.string().trim().min(1).max(LIMITS.name),
	type: z.enum(ASKED_TYPES),
	isRequired: z.boolean(),
	/** Of a choice. */
	choices: z.array(z.string().trim().min(1).max(LIMITS.name)).max(100),
});

/** A field with what was answered: an item keeps both, whatever becomes of the offer. */
export const answerSchema = askedFieldSchema.extend({
	value: z.union([z.string().max(4_000), z.number(), z.null()]),
});
export type Answer = z.infer<typeof answerSchema>;

const answersSchema = z.array(answerSchema).max(50);

/** Answers as an item carries them, in one text; `null` where the text is none. */
export function parseAnswers(text: unknown): readonly Answer[] | null {
	if (typeof text !== "string") return null;
	try {
		const parsed = answersSchema.safeParse(JSON.parse(text));
		return parsed.success ? parsed.data : null;
	} catch {
		// No JSON: so it is no answers.
		return null;
	}
}

export function formatAnswers(answers: readonly Answer[]): string {
	return JSON.stringify(answers);
}

/** What is wrong with one answer, in words; `null` where nothing is. */
export function judgeAnswer({ label, type, isRequired, choices, value }: Answer): string | null {
	if (value === null || (typeof value === "string" && value.trim() === ""))
		return isRequired ? `${label} is needed.` : null;
	return fits(type, value, choices) ? null : `${label} can’t be that.`;
}

function fits(type: AskedType, value: string | number, choices: readonly string[]): boolean {
	switch (type) {
		case "number":
			return typeof value === "number" && Number.isFinite(value);
		case "flag":
			return value === 0 || value === 1;
		case "choice":
			return typeof value === "string" && choices.includes(value);
		case "date":
			return typeof value === "string" && isDay(value);
		case "person":
			return idSchema.safeParse(value).success;
		case "text":
		case "longText":
			return typeof value === "string";
	}
}

function isDay(text: string): boolean {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
	const at = Date.parse(`${text}T00:00Z`);
	return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
