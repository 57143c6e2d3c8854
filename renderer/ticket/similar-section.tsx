import { SimilarPanel } from "../similar/index.ts";
import { similarText } from "../text/en/similar.ts";
import type { TicketView } from "../worker/topics/ticket-protocol.ts";
import { saveQuickEdit } from "./save-edit.ts";

const SHOWN = 3;

interface Props {
	readonly view: TicketView;
	readonly canEdit: boolean;
}

/** Tickets like this one; while it is nobody's, the team they suggest. What is asked to be approved has none. */
export function SimilarSection({ view, canEdit }: Props) {
	const { id, number, kind, shortDescription, teamId } = view.ticket;
	if (kind === "approval") return null;
	return (
		<SimilarPanel
			question={{ text: shortDescription, kind, ticketId: id }}
			teamId={teamId}
			onTakeTeam={
				canEdit
					? (team) =>
							void saveQuickEdit(view, {
								set: { teamId: team.id },
								undoLabel: similarText.teamOf(number, team.name),
							})
					: undefined
			}
			shown={SHOWN}
		/>
	);
}
