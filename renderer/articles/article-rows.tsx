import type { ReactNode } from "react";
import type { ArticleHint } from "../worker/topics/kept-protocol.ts";
import classes from "./articles.module.css";

interface Props {
	readonly label: string;
	readonly hints: readonly ArticleHint[];
	readonly onRead: (articleId: string) => void;
	/** What can be done with one, beside reading it. */
	readonly action?: (hint: ArticleHint) => ReactNode;
}

/** Articles by name, with how they begin. */
export function ArticleRows({ label, hints, onRead, action }: Props) {
	if (hints.length === 0) return null;
	return (
		<ul className={classes.rows} aria-label={label}>
			{hints.map((hint) => (
				<li key={hint.id} className={classes.row}>
					<button type="button" className={classes.name} onClick={() => onRead(hint.id)}>
						<span className={classes.title}>{hint.name}</span>
						<span className={classes.excerpt}>{hint.excerpt}</span>
					</button>
					{action?.(hint)}
				</li>
			))}
		</ul>
	);
}
