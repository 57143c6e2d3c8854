import { z } from "zod";
import { LIMITS } from "../../shared/api/common.ts";
import { answerSchema, formatAnswers, judgeAnswer } from "../../shared/request/answers.ts";
import type { Offer } from "../../shared/request/offer.ts";
import { requestsText as text } from "../text/en/requests.ts";
import type { NewTicket } from "../worker/protocol.ts";

/** One chosen item: its answers begin with nothing. `key` tells two of one offer apart. */
const itemSchema = z.strictObject({
	key: z.string(),
	offerId: z.string(),
	name: z.string(),
	answers: z.array(answerSchema),
});
export type ItemValues = z.infer<typeof itemSchema>;

/** What the form holds; kept as a draft until it is sent. */
export const requestValuesSchema = z.strictObject({
	caller: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
	items: z.array(itemSchema),
	description: z.string(),
});
export type RequestValues = z.infer<typeof requestValuesSchema>;

export const NO_REQUEST: RequestValues = { caller: null, items: [], description: "" };

export function itemOf({ id, name, fields }: Offer, key: string): ItemValues {
	const answers = fields.map((field) => ({ ...field, value: field.type === "flag" ? 0 : null }));
	return { key, offerId: id, name, answers };
}

/** What is missing or does not fit, by field: `caller`, `items`, or an item's key and its field’s. */
export function findRequestErrors({ caller, items }: RequestValues): Readonly<Record<string, string>> {
	const errors: Record<string, string> = {};
	if (!caller) errors.caller = text.needsCaller;
	if (items.length === 0) errors.items = text.needsItem;
	for (const { key, answers } of items) {
		for (const answer of answers) {
			const error = judgeAnswer(answer);
			if (error !== null) errors[`${key} ${answer.key}`] = error;
		}
	}
	return errors;
}

/** The request that its items are parts of. */
export function toRequest({ caller, items, description }: RequestValues): NewTicket {
	return {
		kind: "request",
		set: {
			shortDescription: items
				.map(({ name }) => name)
				.join(", ")
				.slice(0, LIMITS.shortDescription),
			callerId: caller?.id ?? null,
			...(description.trim() === "" ? {} : { description }),
		},
	};
}

export function toItem(
	{ offerId, name, answers }: ItemValues,
	callerId: string,
	parentId: string,
): NewTicket {
	return {
		kind: "item",
		set: {
			shortDescription: name,
			callerId,
			parentId,
			$offerId: offerId,
			$offer: name,
			...(answers.length === 0 ? {} : { $asked: formatAnswers(answers) }),
		},
	};
}
