import type { Person } from "../../shared/api/directory.ts";
import { peopleText as text } from "../text/en/people.ts";
import classes from "./people.module.css";

/** Beside a name: what one should know before anything else. */
export function PersonMarks({ person }: { readonly person: Person }) {
	return (
		<>
			{person.isVip && <span className={classes.mark}>{text.vip}</span>}
			{!person.isActive && (
				<span className={classes.mark} data-tone="dim">
					{text.inactive}
				</span>
			)}
		</>
	);
}
