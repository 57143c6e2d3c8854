import { z } from "zod";
import { addedKinds } from "../../shared/ticket/known-lifecycles.ts";
import { lifecycleOf } from "../../shared/ticket/lifecycle.ts";
import { checksText } from "../text/en/checks.ts";
import { knowledgeText } from "../text/en/knowledge.ts";
import { peopleText, teamsText } from "../text/en/people.ts";
import { problemsText } from "../text/en/problems.ts";
import { repliesText } from "../text/en/replies.ts";
import { settingsText } from "../text/en/settings.ts";
import { syncText } from "../text/en/sync.ts";
import { fieldName, ticketText } from "../text/en/ticket.ts";

/** Where a draft belongs, in words, and where it is continued. */
export interface DraftPlace {
	readonly label: string;
	readonly address: string;
}

/** Keys are `ticket:<id>:<field>`, `ticket:<id>:move:<state>`, `new:<kind>`, `check:<id>:form`, `person:<id>:…`, `team:<id>:…`, `reply:<id>`, `settings:…`. */
export function draftPlace(field: string): DraftPlace {
	const [kind = "", id = "", part = ""] = field.split(":");
	switch (kind) {
		case "ticket":
			return { label: partName(part), address: `/tickets/${id}` };
		case "new":
			return newTicketPlace(id);
		case "check":
			return id === "new"
				? { label: checksText.form.newTitle, address: "/checks/new" }
				: { label: syncText.page.draftOfCheck, address: `/checks/${id}/edit` };
		case "person":
			return id === "new"
				? { label: peopleText.create.title, address: "/settings/people/new" }
				: { label: peopleText.draft, address: `/settings/people/${id}` };
		case "team":
			return id === "new"
				? { label: teamsText.newName, address: "/settings/teams" }
				: { label: teamsText.draft, address: `/settings/teams/${id}` };
		case "article":
			return {
				label: knowledgeText.draftPlace,
				address: articleAddress(id),
			};
		case "reply":
			return { label: repliesText.draft, address: "/settings/replies" };
		default:
			return { label: settingsText.walls.name, address: "/settings" };
	}
}

/** A new one, one from a ticket’s resolution, or one that there is. */
function articleAddress(id: string): string {
	if (id === "new") return "/knowledge/new";
	return id.startsWith("from-") ? `/knowledge/new?from=${id.slice("from-".length)}` : `/knowledge/${id}/edit`;
}

function newTicketPlace(kind: string): DraftPlace {
	const titles: Readonly<Record<string, string>> = ticketText.create.title;
	const { incident } = ticketText.create.title;
	const added = addedKinds().includes(kind) ? ticketText.create.titleOf(lifecycleOf(kind).label) : incident;
	const label = titles[kind] ?? added;
	return { label, address: kind === "incident" ? "/new" : `/new/${kind}` };
}

function partName(part: string): string {
	if (part === "comment" || part === "workNote") return ticketText.composer.mode[part];
	if (part in problemsText.dialogs) return problemsText.dialogs[part as keyof typeof problemsText.dialogs];
	return part === "move" ? syncText.page.draftOfMove : fieldName(part);
}

const formSchema = z.looseObject({
	shortDescription: z.string().optional(),
	name: z.string().optional(),
	text: z.string().optional(),
	note: z.string().optional(),
	fields: z
		.looseObject({ shortDescription: z.string().nullish(), closeNotes: z.string().nullish() })
		.optional(),
});

/** What a person knows a draft by: its text; of a form what was written into it first. */
export function draftPreview(text: string): string {
	if (!text.startsWith("{")) return text;
	try {
		const form = formSchema.safeParse(JSON.parse(text)).data;
		const { fields } = form ?? {};
		const words = [
			form?.shortDescription,
			form?.name,
			fields?.shortDescription,
			fields?.closeNotes,
			form?.text,
			form?.note,
		];
		return words.filter((word) => word).join(" · ") || "…";
	} catch {
		// Not a form after all: a person's own text that begins with a brace.
		return text;
	}
}
