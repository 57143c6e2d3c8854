import { isInRanges } from "../cache/number-key.ts";
import type { FilterInput } from "../views/view-filter.ts";
import type { SearchReason } from "../views/view-protocol.ts";
import type { SearchPlan } from "./search-plan.ts";
import type { WordFit } from "./word-fit.ts";

/** Why each ticket was found, beyond what can be seen in its title. */
export function explain(
	slots: readonly number[],
	plan: SearchPlan,
	input: FilterInput,
): readonly (readonly SearchReason[])[] {
	const fits = plan.wanted.flatMap((wanted) => {
		if (wanted.type === "word") return wanted.fits;
		return wanted.type === "number" ? [wanted.number, ...wanted.fits] : [wanted.phrase];
	});
	return slots.map((slot) => distinct(fits.flatMap((fit) => reasonsOf(fit, slot, input))));
}

function reasonsOf(fit: WordFit, slot: number, input: FilterInput): readonly SearchReason[] {
	const key = input.columns.data.numberKey[slot] ?? 0;
	if (fit.numbers && isInRanges(key, fit.numbers)) return [{ by: "number" }];
	const near: readonly SearchReason[] =
		fit.taken.length > 0 ? [{ by: "near", word: fit.word, taken: fit.taken }] : [];
	if (input.columns.titles.words.bestOf(slot, fit.titles) > 0) return near;
	const name = fit.hasNames ? namedBy(fit, slot, input) : null;
	return name ? [name, ...near] : [];
}

/** The first name that has the word, the caller's before all others. */
function namedBy({ people, teams, cis }: WordFit, slot: number, input: FilterInput): SearchReason | null {
	const { caller, ci, service, assignee, team } = input.columns.data;
	const places = [
		["caller", people, caller, input.people],
		["ci", cis, ci, input.cis],
		["service", cis, service, input.cis],
		["assignee", people, assignee, input.people],
		["team", teams, team, input.teams],
	] as const;
	for (const [by, mask, column, { names }] of places) {
		const code = column[slot] ?? 0;
		if (mask[code] === 1) return { by, name: names[code] ?? "" };
	}
	return null;
}

function distinct(reasons: readonly SearchReason[]): readonly SearchReason[] {
	const keys = reasons.map((reason) => JSON.stringify(reason));
	return reasons.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
}
