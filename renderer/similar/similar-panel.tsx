import { Button } from "@mantine/core";
import { useState } from "react";
import { similarText } from "../text/en/similar.ts";
import type { SimilarQuestion } from "../worker/similar/similar-tickets.ts";
import classes from "./similar.module.css";
import { SimilarRow } from "./similar-row.tsx";
import { type NamedTeam, TeamSuggestionLine } from "./team-suggestion.tsx";
import { useSimilar } from "./use-similar.ts";

interface Props {
	readonly question: SimilarQuestion;
	readonly teamId: string | null;
	/** Without it no team is offered. */
	readonly onTakeTeam?: ((team: NamedTeam) => void) | undefined;
	readonly onTakeBack?: (() => void) | undefined;
	/** As many at first; all of them where there is room. */
	readonly shown?: number;
}

/** Tickets like this one and how they were solved, and whose they were; nothing where there are none. */
export function SimilarPanel({ question, teamId, onTakeTeam, onTakeBack, shown = 6 }: Props) {
	const view = useSimilar(question);
	const [isWhole, setIsWhole] = useState(false);
	const tickets = view?.tickets ?? [];
	const rows = isWhole ? tickets : tickets.slice(0, shown);
	return (
		<section className={classes.panel} aria-label={similarText.title} hidden={tickets.length === 0}>
			<h2 className={classes.heading}>{similarText.title}</h2>
			{onTakeTeam ? (
				<TeamSuggestionLine
					suggested={view?.team ?? null}
					teamId={teamId}
					onTake={onTakeTeam}
					onTakeBack={onTakeBack}
				/>
			) : null}
			<ul className={classes.rows}>
				{rows.map((similar) => (
					<SimilarRow key={similar.row.id} {...similar} />
				))}
			</ul>
			{rows.length < tickets.length ? (
				<Button variant="subtle" color="gray" size="compact-xs" onClick={() => setIsWhole(true)}>
					{similarText.showMore(tickets.length - rows.length)}
				</Button>
			) : null}
		</section>
	);
}
