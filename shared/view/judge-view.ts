import { type Action, can, type Role } from "../permission/permission.ts";
import type { Refusal } from "../result.ts";
import type { Audience, SavedView } from "./saved-view.ts";

/** Who wants to change a view. */
export interface ViewEditor {
	readonly personId: string;
	readonly teamIds: readonly string[];
	readonly roles: readonly Role[];
}

type Shared = Pick<SavedView, "audience" | "ownerId">;

/** Whether somebody has it in their list. */
export function isListed(
	{ audience, ownerId }: Shared,
	{ personId, teamIds }: Omit<ViewEditor, "roles">,
): boolean {
	switch (audience.kind) {
		case "own":
			return ownerId === personId;
		case "team":
			return teamIds.includes(audience.teamId);
		case "everybody":
			return true;
		default:
			// Of a newer program: for whom is not known here.
			return false;
	}
}

/** Whether somebody may give these people a view, or what else is kept; `sharing` is the right to share those. */
export function mayShareWith(
	editor: ViewEditor,
	audience: Audience,
	sharing: Action = "view.share",
): boolean {
	if (audience.kind === "own") return true;
	if (!can(editor.roles, sharing)) return false;
	const isOfAnyTeam = can(editor.roles, "people.manage");
	return audience.kind === "everybody" || isOfAnyTeam || editor.teamIds.includes(audience.teamId);
}

/** Whether somebody may change it, take it away or put it elsewhere in the list. */
export function mayEditView(editor: ViewEditor, { audience, ownerId }: Shared, sharing?: Action): boolean {
	return audience.kind === "own" ? ownerId === editor.personId : mayShareWith(editor, audience, sharing);
}

/** Why somebody may not make this of a view; `null` where they may. `before` is `null` for a new one. */
export function judgeView(
	editor: ViewEditor,
	before: Shared | null,
	audience: Audience,
	sharing?: Action,
): Refusal | null {
	if (before && !mayEditView(editor, before, sharing))
		return forbidden("This is shared, and your roles do not let you change what is.");
	if (!mayShareWith(editor, audience, sharing))
		return forbidden("Your roles do not let you share this, or not with a team that is not yours.");
	if (before && audience.kind === "own" && before.ownerId !== editor.personId)
		return forbidden("Only who made it can keep it for themselves.");
	return null;
}

function forbidden(message: string): Refusal {
	return { code: "forbidden", message, path: "view.audience" };
}
