import { searchText } from "../text/en/search.ts";
import type { SearchReason } from "../worker/views/view-protocol.ts";
import classes from "./search.module.css";

/** Why a ticket was found, where its title does not show it. */
export function HitReasons({ reasons }: { readonly reasons: readonly SearchReason[] }) {
	if (reasons.length === 0) return null;
	return <span className={classes.reasons}>{reasons.map(searchText.reason).join(" · ")}</span>;
}
