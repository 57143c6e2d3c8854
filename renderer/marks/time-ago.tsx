import type { EpochMs } from "../../shared/ticket/ticket.ts";
import { useNow } from "../now/index.ts";
import { formatAgo, formatExact, formatMoment } from "../text/time.ts";

interface Props {
	readonly at: EpochMs;
	readonly deskZone?: string | undefined;
	/** Also the time of day, where the day itself is written. */
	readonly hasClock?: boolean;
}

/** A past moment in relative words, the exact time in its title. */
export function TimeAgo({ at, deskZone, hasClock = false }: Props) {
	const now = useNow("minute");
	return (
		<time dateTime={new Date(at).toISOString()} title={formatExact(at, deskZone)}>
			{hasClock ? formatMoment(at, now) : formatAgo(at, now)}
		</time>
	);
}
