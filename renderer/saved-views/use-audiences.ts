import { type Action, can } from "../../shared/permission/permission.ts";
import { mayShareWith, type ViewEditor } from "../../shared/view/judge-view.ts";
import type { Audience } from "../../shared/view/saved-view.ts";
import { useTopic } from "../data/index.ts";
import { viewsText as text } from "../text/en/views.ts";
import { useMyself } from "../ticket/index.ts";

export interface AudienceChoice {
	/** Names the audience in a menu. */
	readonly value: string;
	readonly label: string;
	readonly audience: Audience;
}

/** In whose list somebody may put a view: their own, and with the right to share their teams' and everybody's. */
export function useAudiences(sharing: Action = "view.share"): {
	readonly choices: readonly AudienceChoice[];
	readonly mayShare: boolean;
} {
	const session = useTopic("session", null);
	const staff = useTopic("staff", null);
	const { person, roles } = useMyself();
	const known = staff?.people.find(({ id }) => id === person?.id);
	const teamIds = known?.teamIds ?? session?.person?.teamIds ?? [];
	const editor: ViewEditor = { personId: person?.id ?? "", teamIds, roles };
	const teams = staff?.teams ?? [];
	const all: readonly AudienceChoice[] = [
		{ value: "own", label: text.dialog.own, audience: { kind: "own" } },
		...teams.map(({ id, name }) => ({
			value: `team ${id}`,
			label: text.dialog.team(name),
			audience: { kind: "team", teamId: id } as const,
		})),
		{ value: "everybody", label: text.dialog.everybody, audience: { kind: "everybody" } },
	];
	return {
		choices: all.filter(({ audience }) => mayShareWith(editor, audience, sharing)),
		mayShare: can(roles, sharing),
	};
}
