import type { EpochMs } from "../../shared/ticket/ticket.ts";
import { useNow } from "../now/index.ts";
import { formatExact, formatSpan } from "../text/time.ts";

/** How old something is, counted up each second. */
export function Age({ at }: { readonly at: EpochMs }) {
	const now = useNow("second");
	return (
		<time dateTime={new Date(at).toISOString()} title={formatExact(at)}>
			{formatSpan(Math.max(0, now - at))}
		</time>
	);
}
