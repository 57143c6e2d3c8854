import { SegmentedControl, Text } from "@mantine/core";
import { useCallback, useEffect, useState } from "react";
import { useAccess } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { useLoaded } from "../http/index.ts";
import { EmptyState, Page, ProblemNote } from "../page/index.ts";
import { mailText } from "../text/en/mail.ts";
import classes from "./mail.module.css";
import { loadQueue } from "./mail-requests.ts";
import { UnmatchedItem } from "./unmatched-item.tsx";

const text = mailText.queue;
type Shown = "unmatched" | "discarded";

/** Mail that no rule could place: each is attached, opened or put aside by somebody, and nothing goes by itself. */
export function UnmatchedPage() {
	const access = useAccess("ticket.edit");
	return access.isAllowed ? (
		<Queue />
	) : (
		<Page title={text.title} layout="read">
			<Text c="dimmed">{access.reason}</Text>
		</Page>
	);
}

function Queue() {
	const [shown, setShown] = useState<Shown>("unmatched");
	const load = useCallback(() => loadQueue(shown), [shown]);
	const { value, refusal, reload } = useLoaded(load);
	const version = useTopic("mail", null)?.version;
	// biome-ignore lint/correctness/useExhaustiveDependencies: another message came, or somebody dealt with one
	useEffect(() => void reload(), [reload, version]);
	const mails = value?.mails.filter(({ state }) => state === shown) ?? [];
	return (
		<Page
			title={text.title}
			layout="read"
			aside={
				value && mails.length > 0 ? (
					<span className={classes.count}>{text.count(mails.length, value.total)}</span>
				) : undefined
			}
			actions={
				<SegmentedControl
					size="xs"
					aria-label={text.shows}
					value={shown}
					onChange={(chosen) => setShown(chosen === "discarded" ? "discarded" : "unmatched")}
					data={[
						{ value: "unmatched", label: text.waiting },
						{ value: "discarded", label: text.discarded(value?.discarded ?? 0) },
					]}
				/>
			}
		>
			{refusal ? <ProblemNote refusal={refusal} /> : null}
			{value && mails.length === 0 ? (
				<EmptyState
					title={shown === "unmatched" ? text.none : text.noneDiscarded}
					{...(shown === "unmatched" ? { hint: text.noneHint } : {})}
				/>
			) : null}
			<ul className={classes.mails} aria-label={text.list}>
				{mails.map((mail) => (
					<UnmatchedItem key={mail.id} mail={mail} onDone={() => void reload()} />
				))}
			</ul>
		</Page>
	);
}
