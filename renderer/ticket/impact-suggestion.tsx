import { Button } from "@mantine/core";
import { Fragment } from "react";
import { Link } from "wouter";
import { criticalityWord } from "../../shared/ci/ci.ts";
import type { ImpactSuggestion as Suggestion } from "../../shared/ci/suggest-impact.ts";
import type { Level } from "../../shared/ticket/priority.ts";
import type { Ticket } from "../../shared/ticket/ticket.ts";
import { useTopic } from "../data/index.ts";
import { ShortcutKeys, useShortcuts } from "../keys/index.ts";
import { servicesText } from "../text/en/services.ts";
import { ticketText } from "../text/en/ticket.ts";
import classes from "./impact-suggestion.module.css";

const text = servicesText.impact;

/** What is taken: only what differs from what is there. */
export type Suggested = { readonly impact?: Level; readonly teamId?: string };

interface Props {
	readonly subject: Pick<Ticket, "ciId" | "serviceId" | "impact" | "teamId">;
	readonly onTake: (suggested: Suggested) => void;
}

/**
 * What the CI, or the service where no CI is named, says about impact and team: beside what is there, never in
 * its place until a person takes it. A team that somebody chose is not questioned.
 */
export function ImpactSuggestion({ subject, onTake }: Props) {
	const ciId = subject.ciId ?? subject.serviceId;
	const view = useTopic("impact", { ciId });
	const isOfThis = view?.ciId === ciId;
	const suggestion = isOfThis ? view.suggestion : null;
	const impact = suggestion && suggestion.impact !== subject.impact ? suggestion.impact : null;
	const team = isOfThis && subject.teamId === null ? view.ownerTeam : null;
	const suggested: Suggested = {
		...(impact === null ? {} : { impact }),
		...(team === null ? {} : { teamId: team.id }),
	};
	const isAnything = Object.keys(suggested).length > 0;
	useShortcuts(isAnything ? { takeSuggested: () => onTake(suggested) } : {});
	if (!isAnything) return null;
	const words = [
		...(impact === null ? [] : [text.impact(ticketText.level(impact))]),
		...(team === null ? [] : [text.team(team.name)]),
	].join(", ");
	return (
		<aside className={classes.suggestion} aria-label={text.label}>
			<span>
				{text.suggested}: <strong>{words}</strong>
			</span>
			{impact !== null && suggestion && <Path suggestion={suggestion} />}
			<Button size="compact-xs" variant="light" onClick={() => onTake(suggested)}>
				{text.take}
				<span className={classes.keys} aria-hidden="true">
					<ShortcutKeys id="takeSuggested" />
				</span>
			</Button>
		</aside>
	);
}

/** `db-04 ← billing-api ← Billing (critical)`: from what fails to the service that suffers. */
function Path({ suggestion: { path, services } }: { readonly suggestion: Suggestion }) {
	return (
		<span className={classes.path}>
			{path.map(({ id, name, criticality }, index) => (
				<Fragment key={id}>
					{index > 0 && " ← "}
					<Link href={`/services/${id}`}>{name}</Link>
					{index === path.length - 1 && ` (${criticalityWord(criticality)})`}
				</Fragment>
			))}
			{services > 1 && ` ${text.andMore(services - 1)}`}
		</span>
	);
}
