import { tagsText } from "../text/en/tags.ts";
import type { QueueRow } from "../worker/views/view-protocol.ts";
import classes from "./queue.module.css";

/** A short description with the tags of the ticket behind it, which give way where there is no room. */
export function TaggedTitle({ row: { shortDescription, tags } }: { readonly row: QueueRow }) {
	return (
		<span className={classes.tagged} title={`${shortDescription} · ${tags.join(", ")}`}>
			<span className={classes.taggedText}>{shortDescription}</span>
			<span className="visually-hidden">{tagsText.label}: </span>
			<span className={classes.tagsOfRow}>
				{tags.map((tag) => (
					<span key={tag} className={classes.tagOfRow}>
						{tag}
					</span>
				))}
			</span>
		</span>
	);
}
