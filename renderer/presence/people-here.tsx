import { IconPencil } from "@tabler/icons-react";
import { useTopic } from "../data/index.ts";
import { presenceText as text } from "../text/en/presence.ts";
import type { PersonAt } from "../worker/presence/presences.ts";
import classes from "./presence.module.css";

/** As many faces are drawn; the rest is a number. */
const MOST_FACES = 3;

/** Who else is at this ticket, in words. */
export function PeopleHere({ ticketId }: { readonly ticketId: string }) {
	const people = useTopic("presence", null)?.[ticketId];
	if (!people) return null;
	return (
		<span className={classes.here}>
			<Faces people={people} isDecoration />
			<span className={classes.words}>{text.here(people)}</span>
		</span>
	);
}

interface FacesProps {
	readonly people: readonly PersonAt[];
	/** Words beside it say the same. */
	readonly isDecoration?: boolean;
}

/** Who else is at a ticket, as initials. */
export function Faces({ people, isDecoration = false }: FacesProps) {
	const label = text.here(people);
	const rest = people.length - MOST_FACES;
	return (
		<span
			className={classes.faces}
			{...(isDecoration ? { "aria-hidden": true } : { role: "img", "aria-label": label, title: label })}
		>
			{people.slice(0, MOST_FACES).map(({ personId, name, doing }) => (
				<span key={personId} className={classes.face} data-doing={doing}>
					{doing === "types" ? <IconPencil size={12} /> : initialsOf(name)}
				</span>
			))}
			{rest > 0 ? <span className={classes.face}>+{rest}</span> : null}
		</span>
	);
}

/** First and last word's first letters. */
function initialsOf(name: string): string {
	const words = name.split(/\s+/).filter((word) => word !== "");
	const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
	return letters
		.map((word) => [...(word ?? "")][0] ?? "")
		.join("")
		.toLocaleUpperCase();
}
