import { IconCalendarTime, IconCalendarX } from "@tabler/icons-react";
import type { FollowUp } from "../../shared/ticket/follow-up.ts";
import { useNow } from "../now/index.ts";
import { followUpsText } from "../text/en/follow-ups.ts";
import { formatExact, formatSpan } from "../text/time.ts";
import classes from "./marks.module.css";

const SOON_MS = 3_600_000;

interface Props {
	readonly followUp: FollowUp;
	/** Only the shape; the words are in the title and read aloud. */
	readonly isShort?: boolean;
}

/** When a ticket is to be looked at again, or since when somebody should have: icon and words change with colour. */
export function FollowUpMark({ followUp: { what, at }, isShort = false }: Props) {
	const now = useNow("minute");
	const isPast = at <= now;
	const words = followUpsText.words[what];
	const text = (isPast ? words.past : words.ahead)(formatSpan(Math.abs(at - now)));
	const Icon = isPast ? IconCalendarX : IconCalendarTime;
	const tone = isPast ? "breached" : at - now < SOON_MS ? "soon" : "calm";
	return (
		<span className={classes.mark} data-tone={tone} title={isShort ? text : formatExact(at)}>
			<Icon size={isShort ? 14 : 13} stroke={1.8} aria-hidden="true" />
			<span className={isShort ? "visually-hidden" : undefined}>{text}</span>
		</span>
	);
}

interface PastProps extends Pick<Props, "isShort"> {
	readonly followUp: FollowUp | null;
}

/** The same only once its time has come: what is still ahead is no news in a list of everything. */
export function PastFollowUpMark({ followUp, isShort = false }: PastProps) {
	const now = useNow("minute");
	return followUp && followUp.at <= now ? <FollowUpMark followUp={followUp} isShort={isShort} /> : null;
}
