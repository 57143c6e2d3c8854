import { IconPlus, IconX } from "@tabler/icons-react";
import { Link } from "wouter";
import { findField } from "../../../shared/ticket/lifecycle.ts";
import { TAGS } from "../../../shared/ticket/parts/common-fields.ts";
import { readTags, writeTags } from "../../../shared/ticket/parts/tags.ts";
import { tagsText } from "../../text/en/tags.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import { saveQuickEdit } from "../save-edit.ts";
import { useTicketUi } from "../ticket-ui-store.ts";
import classes from "./tags.module.css";

interface Props {
	readonly view: TicketView;
	readonly canEdit: boolean;
}

/** The tags of a ticket: each leads to all tickets that have it. */
export function TicketTags({ view, canEdit }: Props) {
	const { ticket } = view;
	const openDialog = useTicketUi((state) => state.openDialog);
	const tags = readTags(ticket[TAGS]);
	if (findField(ticket.kind, TAGS)?.parts !== "tags" || (tags.length === 0 && !canEdit)) return null;

	function remove(tag: string): void {
		const left = writeTags(tags.filter((other) => other !== tag));
		const undoLabel = tagsText.removed(ticket.number, tag);
		void saveQuickEdit(view, { set: { [TAGS]: left }, undoLabel });
	}
	return (
		<ul className={classes.tags} aria-label={tagsText.label}>
			{tags.map((tag) => (
				<li key={tag} className={classes.tag}>
					<Link href={`/search?q=${encodeURIComponent(`tag:${tag}`)}`} className={classes.name}>
						{tag}
					</Link>
					{canEdit ? (
						<button
							type="button"
							className={classes.remove}
							aria-label={tagsText.remove(tag)}
							title={tagsText.remove(tag)}
							onClick={() => remove(tag)}
						>
							<IconX size={12} aria-hidden="true" />
						</button>
					) : null}
				</li>
			))}
			{canEdit ? (
				<li>
					<button
						type="button"
						className={classes.add}
						onClick={() => openDialog({ kind: "tags", ticketId: ticket.id })}
					>
						<IconPlus size={12} aria-hidden="true" /> {tagsText.add}
					</button>
				</li>
			) : null}
		</ul>
	);
}
