import { parseAnswers } from "../../../../shared/request/answers.ts";
import { type Asking, isAskingTheSame, judgeAsked } from "../../../../shared/request/judge-asked.ts";
import type { Refusal } from "../../../../shared/result.ts";
import { fieldValue } from "../../../../shared/ticket/ticket.ts";
import type { DeskDatabase } from "../../store/store.ts";
import type { Step } from "../record.ts";
import { offerVersions } from "./offers.ts";

/**
 * Why an item does not ask for what its offer offers; `undefined` where it does, or nothing of it is changed. Later
 * only answers are put right: the fields stay those that it was asked with.
 * Codes: `no_such_reference`, `not_as_offered`.
 */
export async function findMisasked(
	database: DeskDatabase,
	steps: readonly Step[],
): Promise<Refusal | undefined> {
	const step = steps.find(({ changes }) => changes.$offerId ?? changes.$asked);
	if (step?.ticket.kind !== "item") return undefined;
	const { ticket, changes } = step;
	const answers = parseAnswers(fieldValue(ticket, "$asked") ?? "[]") ?? [];
	if (!changes.$offerId && isAskingTheSame(answers, parseAnswers(changes.$asked?.from) ?? []))
		return undefined;
	const versions: readonly Asking[] = await offerVersions(
		database,
		String(fieldValue(ticket, "$offerId") ?? ""),
	);
	if (versions.length === 0)
		return {
			code: "no_such_reference",
			message: "There is no such offer at this desk.",
			path: "$offerId",
		};
	return judgeAsked(answers, versions);
}
