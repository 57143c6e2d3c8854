import type { EpochMs } from "../../shared/ticket/ticket.ts";
import { useNow } from "../now/index.ts";
import { formatAgo, formatExact } from "../text/time.ts";

/** A past moment in relative words, the exact time in its title. */
export function TimeAgo({ at, deskZone }: { readonly at: EpochMs; readonly deskZone?: string | undefined }) {
	const now = useNow("minute");
	return (
		<time dateTime={new Date(at).toISOString()} title={formatExact(at, deskZone)}>
			{formatAgo(at, now)}
		</time>
	);
}
