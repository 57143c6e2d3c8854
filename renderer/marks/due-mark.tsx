import { IconAlertTriangleFilled, IconClock, IconPlayerPause } from "@tabler/icons-react";
import type { EpochMs } from "../../shared/ticket/ticket.ts";
import { useNow } from "../now/index.ts";
import { ticketText } from "../text/en/ticket.ts";
import { formatDue, formatExact } from "../text/time.ts";
import classes from "./marks.module.css";

const SOON_MS = 3_600_000;

interface Props {
	readonly dueAt: EpochMs | null;
	readonly isBreached: boolean;
	readonly isPaused: boolean;
	/** An answer to the caller is due, not the resolution. */
	readonly isResponse?: boolean;
	/** Seconds matter on a page of one ticket, minutes in a list. */
	readonly beat?: "second" | "minute";
}

/** How long is left of a clock, counted down live: icon and words change with colour. */
export function DueMark({ dueAt, isBreached, isPaused, isResponse = false, beat = "minute" }: Props) {
	const now = useNow(beat);
	if (isPaused && !isBreached)
		return <Mark tone="calm" icon={IconPlayerPause} text={ticketText.clockPaused} />;
	if (dueAt === null) return null;
	const isPast = isBreached || dueAt <= now;
	const tone = isPast ? "breached" : dueAt - now < SOON_MS ? "soon" : "calm";
	const text = formatDue(isPast ? Math.min(dueAt, now) : dueAt, now, isResponse ? "response" : "resolution");
	return (
		<Mark
			tone={tone}
			icon={isPast ? IconAlertTriangleFilled : IconClock}
			text={text}
			title={formatExact(dueAt)}
		/>
	);
}

interface MarkProps {
	readonly tone: "calm" | "soon" | "breached";
	readonly icon: typeof IconClock;
	readonly text: string;
	readonly title?: string;
}

function Mark({ tone, icon: Icon, text, title }: MarkProps) {
	return (
		<span className={classes.mark} data-tone={tone} title={title}>
			<Icon size={13} stroke={1.8} aria-hidden="true" />
			<span>{text}</span>
		</span>
	);
}
