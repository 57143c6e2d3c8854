import type { SearchReason } from "../protocol.ts";
import type { FilterInput } from "../views/view-filter.ts";
import { type ScoredFit, scored } from "./rank-matches.ts";
import type { SearchPlan } from "./search-plan.ts";

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
	const asked = fits.map((fit) => scored(fit, input));
	return slots.map((slot) => distinct(asked.flatMap((fit) => reasonsOf(fit, slot, input))));
}

function reasonsOf({ fit, numbered }: ScoredFit, slot: number, input: FilterInput): readonly SearchReason[] {
	if (numbered?.[slot] === 1) return [{ by: "number" }];
	const near: readonly SearchReason[] =
		fit.taken.length > 0 ? [{ by: "near", word: fit.word, taken: fit.taken }] : [];
	if (input.columns.titles.words.bestOf(slot, fit.titles) > 0) return near;
	const name = fit.hasNames ? namedBy(fit, slot, input) : null;
	return name ? [name, ...near] : [];
}

/** The first name that has the word, the caller's before all others. */
function namedBy(
	{ people, teams, cis }: ScoredFit["fit"],
	slot: number,
	input: FilterInput,
): SearchReason | null {
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
