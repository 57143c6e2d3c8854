import type { z } from "zod";
import type { Refusal } from "../result.ts";

type Issue = z.core.$ZodIssue;

/** One failed check of a schema as the API says it: a sentence and the path of the field, as `ticket.impact`. */
export function describeIssue(issue: Issue, prefix = ""): Refusal {
	const deepest = deepestIssue(issue);
	const keys = deepest.code === "unrecognized_keys" ? [...deepest.path, deepest.keys[0] ?? ""] : deepest.path;
	const path = [prefix, ...keys.map(String)].filter((key) => key !== "").join(".");
	return { code: "invalid_request", message: `${path || "The request"}: ${reasonOf(deepest)}`, path };
}

/** A union says only "invalid input"; the branch that went furthest says why. */
function deepestIssue(issue: Issue): Issue {
	if (issue.code !== "invalid_union" || issue.errors.length === 0) return issue;
	const inner = issue.errors.flat().map(deepestIssue);
	const deepest = inner.reduce((best, next) => (next.path.length > best.path.length ? next : best), issue);
	return deepest === issue ? issue : { ...deepest, path: [...issue.path, ...deepest.path] };
}

function reasonOf(issue: Issue): string {
	switch (issue.code) {
		case "unrecognized_keys":
			return "no such field.";
		case "invalid_union":
			return literalChoices(issue) ?? "is not one of the forms that are allowed here.";
		default:
			return `${issue.message}.`;
	}
}

/** `expected 1, 2 or 3` where every branch of a union is one literal. */
function literalChoices(issue: Issue & { readonly code: "invalid_union" }): string | null {
	const values = issue.errors.flatMap((branch) =>
		branch.flatMap((inner) => (inner.code === "invalid_value" ? inner.values : [])),
	);
	if (values.length !== issue.errors.length || values.length === 0) return null;
	const names = values.map(String);
	const last = names.pop();
	return `expected ${names.length > 0 ? `${names.join(", ")} or ${last}` : last}.`;
}
