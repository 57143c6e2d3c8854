import { useEffect, useRef, useState } from "react";
import { useTopic } from "../data/index.ts";
import { Page } from "../page/index.ts";
import { SearchField, TermPills } from "../search/index.ts";
import { searchText } from "../text/en/search.ts";
import type { Topics } from "../worker/protocol.ts";
import { Findings } from "./findings.tsx";
import { SearchHints } from "./search-hints.tsx";
import classes from "./search-page.module.css";
import { useSearchAddress } from "./use-search-address.ts";

/** So many are shown at first, and then each time more; a list answers 200 at most. */
const STEP = 50;
const MOST = 200;

/** All tickets, the best first, as somebody types. */
export function SearchPage() {
	const { text, setText, settle } = useSearchAddress();
	const [limit, setLimit] = useState(STEP);
	const field = useRef<HTMLInputElement>(null);
	const list = useRef<HTMLUListElement>(null);
	const wanted = text.trim();
	const found = useTopic("search", { text: wanted, limit });
	useEffect(() => field.current?.focus(), []);

	return (
		<Page title={searchText.title}>
			<search className={classes.bar} aria-label={searchText.label} onBlur={settle}>
				<SearchField
					fieldRef={field}
					className={classes.text}
					value={text}
					onChange={(next) => {
						setText(next);
						setLimit(STEP);
					}}
					onKeyDown={(event) => {
						if (event.key === "Escape" && text !== "") setText("");
						else if (event.key === "ArrowDown" || event.key === "Enter") firstLink(list.current)?.focus();
						else return;
						event.preventDefault();
					}}
					label={searchText.label}
					placeholder={searchText.placeholder}
				/>
				<div className={classes.pills}>
					<TermPills text={text} onChange={setText} />
				</div>
				<span className={classes.total} role="status">
					{wanted === "" || !found ? "" : sayTotal(found)}
				</span>
			</search>
			{wanted === "" ? (
				<SearchHints />
			) : found ? (
				<Findings
					found={found}
					listRef={list}
					fieldRef={field}
					onMore={
						found.total > limit && limit < MOST ? () => setLimit(Math.min(MOST, limit + STEP)) : undefined
					}
				/>
			) : null}
		</Page>
	);
}

function firstLink(list: HTMLElement | null): HTMLElement | null {
	return list?.querySelector("a") ?? null;
}

function sayTotal({ total, hits, reading, isComplete }: Topics["search"]["payload"]): string {
	const parts = [
		searchText.total(total, hits.length),
		searchText.near(reading),
		isComplete ? "" : searchText.incomplete,
	];
	return parts.filter((part) => part !== "").join(", ");
}
