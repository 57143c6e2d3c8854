import { searchText } from "../text/en/search.ts";
import classes from "./search-page.module.css";

/** What can be typed, for who has not yet. */
export function SearchHints() {
	return (
		<div className={classes.hints}>
			<p className={classes.begin}>{searchText.begin}</p>
			<p className={classes.dim}>{searchText.beginHint}</p>
			<dl className={classes.table}>
				{searchText.hints.map(([typed, meaning]) => (
					<div key={typed} className={classes.hint}>
						<dt>
							<code>{typed}</code>
						</dt>
						<dd>{meaning}</dd>
					</div>
				))}
			</dl>
		</div>
	);
}
