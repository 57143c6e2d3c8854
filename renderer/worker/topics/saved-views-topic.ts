import { knownRoles } from "../../../shared/permission/permission.ts";
import { isListed, mayEditView, type ViewEditor } from "../../../shared/view/judge-view.ts";
import type { SavedView } from "../../../shared/view/saved-view.ts";
import type { Model } from "../engine/model.ts";
import { compareTexts } from "../views/slot-order.ts";
import type { ListedView } from "../views/view-protocol.ts";

const PLACE = { own: 0, team: 1, everybody: 2 } as const;

/** The saved views in somebody's list: their own, their teams', everybody's, each in its order. */
export function savedViewsPayload({ generation, session }: Model): readonly ListedView[] | undefined {
	if (!generation) return undefined;
	const { things } = generation.cache;
	const person = session?.person ?? null;
	if (!person) return [];
	const teamIds = things.people.get(person.id)?.teamIds ?? person.teamIds;
	const editor: ViewEditor = { personId: person.id, teamIds, roles: knownRoles(session?.roles ?? []) };
	return [...things.savedViews.values()]
		.filter((view) => isListed(view, editor))
		.map((view) => ({
			view,
			teamName: view.audience.kind === "team" ? (things.nameOf(view.audience.teamId) ?? null) : null,
			editedByName: things.nameOf(view.editedById) ?? null,
			mayEdit: mayEditView(editor, view),
		}))
		.sort(compareListed);
}

function compareListed(one: ListedView, other: ListedView): number {
	return (
		PLACE[one.view.audience.kind] - PLACE[other.view.audience.kind] ||
		compareTexts(one.teamName ?? "", other.teamName ?? "") ||
		one.view.position - other.view.position ||
		compareNames(one.view, other.view)
	);
}

function compareNames(one: SavedView, other: SavedView): number {
	return compareTexts(one.name.toLowerCase(), other.name.toLowerCase()) || compareTexts(one.id, other.id);
}
