import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "wouter";
import { changesText } from "../../text/en/changes.ts";
import { formatShort } from "../../text/time.ts";
import classes from "./change.module.css";
import type { FoundConflict } from "./use-conflicts.ts";

const text = changesText.conflicts;

/** What speaks against a window, each with its reason; told aloud as it is typed. */
export function ConflictList({ found }: { readonly found: readonly FoundConflict[] }) {
	return (
		<div role="status" aria-label={text.label}>
			{found.length === 0 ? null : (
				<ul className={classes.conflicts}>
					{found.map((one) => (
						<li key={JSON.stringify(one.conflict)} className={classes.conflict}>
							<IconAlertTriangle size={14} aria-hidden="true" />
							<span>
								{text.reason(one.conflict, one.ciName)}
								<OtherChange found={one} />
							</span>
						</li>
					))}
				</ul>
			)}
		</div>
	);
}

function OtherChange({ found: { row } }: { readonly found: FoundConflict }) {
	if (row === null) return null;
	return (
		<>
			{" "}
			<Link href={`/tickets/${row.number}`}>{row.number}</Link> {row.shortDescription},{" "}
			{text.window(formatShort(row.startAt), formatShort(row.endAt))}
		</>
	);
}
