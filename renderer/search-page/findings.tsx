import { Button } from "@mantine/core";
import type { KeyboardEvent, RefObject } from "react";
import { Link, useLocation } from "wouter";
import { PriorityMark, StateMark, TimeAgo } from "../marks/index.ts";
import { EmptyState } from "../page/index.ts";
import { HitReasons, MarkedText } from "../search/index.ts";
import { searchText } from "../text/en/search.ts";
import type { Topics } from "../worker/protocol.ts";
import type { SearchHit } from "../worker/views/view-protocol.ts";
import classes from "./search-page.module.css";

interface Props {
	readonly found: Topics["search"]["payload"];
	readonly listRef: RefObject<HTMLUListElement | null>;
	readonly fieldRef: RefObject<HTMLInputElement | null>;
	/** Absent where all are shown, or as many as can be. */
	readonly onMore: (() => void) | undefined;
}

/** What was found, the best first, each with why; the arrow keys go from one to the next. */
export function Findings({ found, listRef, fieldRef, onMore }: Props) {
	const [, navigate] = useLocation();
	const { hits, reading, text } = found;
	if (hits.length === 0) {
		const hint = searchText.unheard(reading) || searchText.nothingHint;
		return <EmptyState title={searchText.nothing} hint={hint} />;
	}
	return (
		<div className={classes.findings}>
			<ul
				ref={listRef}
				className={classes.lines}
				aria-label={searchText.results}
				onKeyDown={(event) => moveFocus(event, fieldRef.current)}
			>
				{hits.map((hit) => (
					<HitLine key={hit.row.id} hit={hit} marked={reading.marked} />
				))}
			</ul>
			<div className={classes.foot}>
				{onMore ? (
					<Button variant="default" onClick={onMore}>
						{searchText.more}
					</Button>
				) : null}
				<Button
					variant="subtle"
					color="gray"
					onClick={() => navigate(`/queues/all?text=${encodeURIComponent(text)}`)}
				>
					{searchText.inQueue}
				</Button>
			</div>
		</div>
	);
}

/** Before the first comes the field. */
function moveFocus(event: KeyboardEvent<HTMLElement>, field: HTMLElement | null): void {
	const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
	if (step === 0) return;
	event.preventDefault();
	const links = [...event.currentTarget.querySelectorAll("a")];
	const at = links.findIndex((link) => link.matches(":focus"));
	if (at + step < 0) field?.focus();
	else links[Math.min(links.length - 1, at + step)]?.focus();
}

function HitLine({
	hit: { row, reasons },
	marked,
}: {
	readonly hit: SearchHit;
	readonly marked: readonly string[];
}) {
	return (
		<li>
			<Link href={`/tickets/${row.number}`} className={classes.line}>
				<span className={classes.number}>{row.number}</span>
				<span className={classes.what}>
					<span className={classes.lineTitle} title={row.shortDescription}>
						<MarkedText text={row.shortDescription} words={marked} />
					</span>
					<HitReasons reasons={reasons} />
				</span>
				<StateMark kind={row.kind} state={row.state} holdReason={row.holdReason} />
				<PriorityMark priority={row.priority} isShort />
				<span className={classes.ago}>
					<TimeAgo at={row.updatedAt} />
				</span>
			</Link>
		</li>
	);
}
