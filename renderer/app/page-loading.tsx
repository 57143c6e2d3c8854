import { appText } from "../text/en/app.ts";
import classes from "./frame.module.css";

/** Shown only when a page takes longer than a moment: the text fades in after 300 ms. */
export function PageLoading() {
	return (
		<div className={classes.loading} role="status">
			{appText.loading}
		</div>
	);
}
