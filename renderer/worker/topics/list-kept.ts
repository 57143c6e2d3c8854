import { type Action, knownRoles } from "../../../shared/permission/permission.ts";
import { isListed, mayEditView, type ViewEditor } from "../../../shared/view/judge-view.ts";
import type { SavedView } from "../../../shared/view/saved-view.ts";
import type { Model } from "../engine/model.ts";

type Kept = Pick<SavedView, "audience" | "ownerId" | "editedById">;

/** A kept thing as it stands in somebody's list. */
export interface ListedKept<Thing> {
	readonly thing: Thing;
	/** Of the team that has it, where one has. */
	readonly teamName: string | null;
	readonly editedByName: string | null;
	readonly mayEdit: boolean;
}

/** Of what people keep, what is in the list of who is signed in: their own, their teams', everybody's. */
export function listKept<Thing extends Kept>(
	{ generation, session }: Model,
	all: Iterable<Thing>,
	sharing?: Action,
): ListedKept<Thing>[] {
	const person = session?.person ?? null;
	if (!generation || !person) return [];
	const { things } = generation.cache;
	const teamIds = things.people.get(person.id)?.teamIds ?? person.teamIds;
	const editor: ViewEditor = { personId: person.id, teamIds, roles: knownRoles(session?.roles ?? []) };
	return [...all]
		.filter((thing) => isListed(thing, editor))
		.map((thing) => ({
			thing,
			teamName: thing.audience.kind === "team" ? (things.nameOf(thing.audience.teamId) ?? null) : null,
			editedByName: things.nameOf(thing.editedById) ?? null,
			mayEdit: mayEditView(editor, thing, sharing),
		}));
}
