import type { Refusal } from "../result.ts";
import type { Answer } from "./answers.ts";
import type { OfferInput } from "./offer.ts";

type AskedField = OfferInput["fields"][number];
/** What of an offer says what may be asked. */
export type Asking = Pick<OfferInput, "name" | "fields">;

/**
 * Why these answers are none to an offer; `undefined` where they are. They may be to an earlier version of it, the
 * newest first: who orders from a draft, or offline, answers what was asked then. What is not needed may be left out.
 * Code: `not_as_offered`.
 */
export function judgeAsked(answers: readonly Answer[], versions: readonly Asking[]): Refusal | undefined {
	const misfits = versions.map((version) => findMisfit(answers, version));
	return misfits.includes(null) ? undefined : (misfits[0] ?? undefined);
}

/** Whether two ask the same, whatever was answered. */
export function isAskingTheSame(one: readonly AskedField[], other: readonly AskedField[]): boolean {
	return (
		one.length === other.length &&
		one.every((field) => other.some((candidate) => isSameField(field, candidate)))
	);
}

function findMisfit(answers: readonly Answer[], { name, fields }: Asking): Refusal | null {
	const seen = new Set<string>();
	for (const answer of answers) {
		if (seen.has(answer.key)) return notAsOffered(`“${answer.label}” is answered twice.`);
		seen.add(answer.key);
		const field = fields.find(({ key }) => key === answer.key);
		if (!field) return notAsOffered(`“${name}” does not ask for “${answer.label}”.`);
		if (!isSameField(field, answer))
			return notAsOffered(`“${name}” asks for “${field.label}” in another way than it was answered.`);
	}
	const missing = fields.find(({ key, isRequired }) => isRequired && !seen.has(key));
	return missing ? notAsOffered(`“${name}” asks for “${missing.label}”, which is not there.`) : null;
}

function isSameField(one: AskedField, other: AskedField): boolean {
	return (
		one.key === other.key &&
		one.label === other.label &&
		one.type === other.type &&
		one.isRequired === other.isRequired &&
		one.choices.length === other.choices.length &&
		one.choices.every((choice, index) => choice === other.choices[index])
	);
}

function notAsOffered(message: string): Refusal {
	return { code: "not_as_offered", message, path: "$asked" };
}
