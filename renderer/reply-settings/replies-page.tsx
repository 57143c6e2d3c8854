import { IconPlus } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { GuardedButton, useOnline } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { Card, EmptyState, Page, useRowKeys } from "../page/index.ts";
import rows from "../page/row-link.module.css";
import { repliesText as text } from "../text/en/replies.ts";
import type { ListedReply } from "../worker/topics/kept-protocol.ts";
import { ReplyDialog } from "./reply-dialog.tsx";
import classes from "./reply-settings.module.css";

/** The texts that are kept for comments and work notes: one's own, the teams', everybody's. */
export function RepliesPage({ tabs }: { readonly tabs: ReactNode }) {
	const listed = useTopic("replies", null);
	const online = useOnline();
	const { list } = useRowKeys();
	const [edited, setEdited] = useState<ListedReply | "new" | null>(null);
	const add = (
		<GuardedButton
			access={online}
			leftSection={<IconPlus size={14} aria-hidden="true" />}
			onClick={() => setEdited("new")}
		>
			{text.add}
		</GuardedButton>
	);
	return (
		<Page title={text.title} tabs={tabs} layout="read" actions={add}>
			<Card title={text.list} isFlush>
				{listed?.length === 0 ? (
					<EmptyState isCompact title={text.none} hint={text.noneHint} />
				) : (
					<div ref={list}>
						<ul className={classes.lines} aria-label={text.list}>
							{listed?.map((each) => (
								<Line key={each.reply.id} listed={each} onOpen={() => setEdited(each)} />
							))}
						</ul>
					</div>
				)}
			</Card>
			{edited === null ? null : (
				<ReplyDialog listed={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
			)}
		</Page>
	);
}

function Line({ listed, onOpen }: { readonly listed: ListedReply; readonly onOpen: () => void }) {
	const { reply } = listed;
	return (
		<li className={`${rows.row} ${classes.line}`}>
			<button type="button" className={`${rows.link} ${classes.name}`} data-row-link onClick={onOpen}>
				{reply.name}
			</button>
			<span className={rows.dim}>{reply.text}</span>
			<span className={classes.about}>{text.uses[reply.use]}</span>
			<span className={classes.about}>{whose(listed)}</span>
		</li>
	);
}

function whose({ reply, teamName }: ListedReply): string {
	if (reply.audience.kind === "team") return text.team(teamName ?? reply.audience.teamId);
	return reply.audience.kind === "own" ? text.own : text.everybody;
}
