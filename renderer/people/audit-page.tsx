import { Button } from "@mantine/core";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import type { AuditEntry } from "../../shared/api/audit.ts";
import type { Refusal } from "../../shared/result.ts";
import { useAccess, useMay } from "../access/index.ts";
import { TimeAgo } from "../marks/index.ts";
import { EmptyState, Page, ProblemNote } from "../page/index.ts";
import { auditText as text } from "../text/en/audit.ts";
import { type PersonChoice, PersonSelect } from "../ticket/index.ts";
import classes from "./people.module.css";
import { loadAudit } from "./people-requests.ts";

/** Who changed what somebody may do, the newest first. */
export function AuditPage({ tabs }: { readonly tabs: ReactNode }) {
	const access = useAccess("audit.read");
	const mayRead = useMay("audit.read").isAllowed;
	const [person, setPerson] = useState<PersonChoice | null>(null);
	const trail = useTrail(person?.id ?? null, access.isAllowed);
	return (
		<Page title={text.title} tabs={tabs} layout="fill">
			<search className={classes.toolbar}>
				<div className={classes.search}>
					<PersonSelect
						ariaLabel={text.filter}
						placeholder={text.filter}
						value={person}
						onChange={setPerson}
						isClearable
					/>
				</div>
			</search>
			<div className={classes.scroller}>
				{!access.isAllowed && trail.entries.length === 0 && (
					<EmptyState title={mayRead ? text.onDesk : text.notAllowed} hint={access.reason ?? ""} />
				)}
				{access.isAllowed && trail.refusal && (
					<div className={classes.more}>
						<ProblemNote refusal={trail.refusal} />
					</div>
				)}
				{trail.isRead && trail.entries.length === 0 && (
					<EmptyState title={text.empty.title} hint={text.empty.hint} />
				)}
				{trail.entries.length > 0 && <AuditTable entries={trail.entries} />}
				{trail.hasMore && (
					<div className={classes.more}>
						<Button variant="default" onClick={() => void trail.readOlder()}>
							{text.older}
						</Button>
					</div>
				)}
			</div>
		</Page>
	);
}

function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
	return (
		<table className={classes.table} aria-label={text.list}>
			<thead>
				<tr>
					<th scope="col">{text.columns.at}</th>
					<th scope="col">{text.columns.actor}</th>
					<th scope="col">{text.columns.what}</th>
				</tr>
			</thead>
			<tbody>
				{entries.map((entry) => (
					<tr key={entry.id}>
						<td className={classes.when}>
							<TimeAgo at={entry.at} hasClock />
						</td>
						<td className={classes.who}>{text.actor(entry)}</td>
						<td>{text.what(entry)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

interface Trail {
	readonly entries: readonly AuditEntry[];
	readonly hasMore: boolean;
	readonly isRead: boolean;
	readonly refusal: Refusal | null;
}

const UNREAD: Trail = { entries: [], hasMore: false, isRead: false, refusal: null };

/** The trail as far as it was asked for; begun anew for another person, or when it can be read again. */
function useTrail(
	personId: string | null,
	isAllowed: boolean,
): Trail & { readonly readOlder: () => Promise<void> } {
	const [trail, setTrail] = useState<Trail>(UNREAD);
	const before = trail.entries.at(-1)?.id ?? null;

	const read = useCallback(
		async (from: number | null, isCurrent: () => boolean = () => true) => {
			const answer = await loadAudit({ personId, before: from });
			if (!isCurrent()) return;
			if (!answer.ok) return setTrail((held) => ({ ...held, refusal: answer.error }));
			const { entries, hasMore } = answer.value;
			setTrail((held) => ({
				entries: from === null ? entries : [...held.entries, ...entries],
				hasMore,
				isRead: true,
				refusal: null,
			}));
		},
		[personId],
	);
	useEffect(() => {
		if (!isAllowed) return;
		let isOver = false;
		void read(null, () => !isOver);
		return () => {
			isOver = true;
		};
	}, [read, isAllowed]);
	return { ...trail, readOlder: () => read(before) };
}
