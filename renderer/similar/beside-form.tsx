import type { ReactNode } from "react";
import type { TicketKind } from "../../shared/ticket/kinds.ts";
import { BesideArticles } from "../articles/index.ts";
import classes from "./similar.module.css";
import { SimilarPanel } from "./similar-panel.tsx";

interface Props {
	readonly kind: TicketKind;
	/** The subject, as far as it is typed. */
	readonly text: string;
	readonly teamId: string | null;
	readonly onTeam: (teamId: string | null) => void;
	/** The form. */
	readonly children: ReactNode;
}

/** A form of a new ticket, with what is like it beside: no field moves when something is found. */
export function BesideForm({ kind, text, teamId, onTeam, children }: Props) {
	return (
		<div className={classes.beside}>
			<div className={classes.form}>{children}</div>
			<div>
				<BesideArticles typed={text} />
				<SimilarPanel
					question={{ text, kind, ticketId: null }}
					teamId={teamId}
					onTakeTeam={(team) => onTeam(team.id)}
					onTakeBack={() => onTeam(null)}
				/>
			</div>
		</div>
	);
}
