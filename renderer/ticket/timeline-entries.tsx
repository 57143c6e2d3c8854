import { Button } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";
import type { HistoryEntry } from "../../shared/api/tickets.ts";
import { useMailMarks } from "../mail-marks/index.ts";
import { ticketText } from "../text/en/ticket.ts";
import type { TicketView } from "../worker/topics/ticket-protocol.ts";
import classes from "./timeline.module.css";
import { TimelineEntry } from "./timeline-entry.tsx";

/** What a screen has room for below the facts; earlier ones are drawn when somebody comes to them. */
const FIRST = 6;
const MORE = 100;

interface Props {
	readonly view: TicketView;
	/** The newest first. */
	readonly entries: readonly HistoryEntry[];
}

/** The entries of a timeline, so many at a time: a long history opens as fast as a short one. */
export function TimelineEntries({ view, entries }: Props) {
	const [count, setCount] = useState(FIRST);
	const pending = useMemo(() => new Map(view.pending.map((edit) => [edit.intent.id, edit])), [view.pending]);
	const heldIds = useMemo(() => new Set(view.heldFileIds), [view.heldFileIds]);
	const madeAt = useMemo(
		() => new Map(entries.flatMap(({ intentId, occurredAt }) => (intentId ? [[intentId, occurredAt]] : []))),
		[entries],
	);
	const marks = useMailMarks(view.ticket.id, view.history);
	const left = entries.length - count;
	return (
		<>
			<ol className={classes.entries}>
				{entries.slice(0, count).map((entry) => (
					<TimelineEntry
						key={entry.id}
						entry={entry}
						kind={view.ticket.kind}
						names={view.names}
						isPending={pending.has(entry.intentId ?? "")}
						upload={pending.get(entry.intentId ?? "")?.upload}
						mail={marks.get(entry.id)}
						heldIds={heldIds}
						undoneAt={madeAt.get(entry.undoes ?? "")}
					/>
				))}
			</ol>
			{left > 0 && <Earlier left={left} onShow={() => setCount(count + MORE)} />}
		</>
	);
}

interface EarlierProps {
	readonly left: number;
	readonly onShow: () => void;
}

/** Who scrolls to it need not press it. */
function Earlier({ left, onShow }: EarlierProps) {
	const button = useRef<HTMLButtonElement>(null);
	const show = useRef(onShow);
	show.current = onShow;
	// biome-ignore lint/correctness/useExhaustiveDependencies: still in sight after more were drawn, it is looked at anew
	useEffect(() => {
		const { current } = button;
		if (!current) return;
		const observer = new IntersectionObserver((seen) => {
			if (seen.some(({ isIntersecting }) => isIntersecting)) show.current();
		});
		observer.observe(current);
		return () => observer.disconnect();
	}, [left]);
	return (
		<Button ref={button} variant="subtle" size="compact-sm" className={classes.earlier} onClick={onShow}>
			{ticketText.timeline.earlier(left)}
		</Button>
	);
}
