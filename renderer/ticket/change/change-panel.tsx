import { Button, Group } from "@mantine/core";
import { canBecomeTemplate } from "../../../shared/change/templates.ts";
import { findState, isOpenState } from "../../../shared/ticket/lifecycle.ts";
import { useTopic } from "../../data/index.ts";
import { changesText } from "../../text/en/changes.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import { saveQuickEdit } from "../save-edit.ts";
import { useTicketUi } from "../ticket-ui-store.ts";
import { canBeHeld } from "./can-be-held.ts";
import classes from "./change.module.css";
import { SaveAsTemplate } from "./save-as-template.tsx";
import { WindowFields } from "./window-fields.tsx";

interface Props {
	readonly view: TicketView;
	readonly canEdit: boolean;
}

/** What only a change has: its window and what is in its way, its risk, its template, whether it is on hold. */
export function ChangePanel({ view, canEdit }: Props) {
	const { ticket } = view;
	if (ticket.kind !== "change") return null;
	const isOver = !isOpenState("change", ticket.state);
	const isLocked = findState("change", ticket.state)?.locks?.includes("$plannedStartAt") ?? false;
	return (
		<section className={classes.panel} aria-label={changesText.panel.label}>
			{ticket.$isOnHold === 1 ? <OnHold view={view} canEdit={canEdit && !isOver} /> : null}
			<TemplateName templateId={ticket.$template} />
			<WindowFields view={view} canEdit={canEdit && !isOver && !isLocked} />
			{canEdit ? <Actions view={view} isOver={isOver} isLocked={isLocked} /> : null}
		</section>
	);
}

function OnHold({ view, canEdit }: Props) {
	const { ticket } = view;
	return (
		<p className={classes.onHold}>
			<strong>{changesText.hold.isOnHold}</strong> {String(ticket.$holdText ?? "")}
			{canEdit ? (
				<Button
					variant="default"
					size="compact-xs"
					onClick={() => void saveQuickEdit(view, { set: { $isOnHold: null, $holdText: null } })}
				>
					{changesText.hold.takeOff}
				</Button>
			) : null}
		</p>
	);
}

function TemplateName({ templateId }: { readonly templateId: unknown }) {
	const settings = useTopic("changeSettings", null);
	if (typeof templateId !== "string") return null;
	const name = settings?.templates.find(({ id }) => id === templateId)?.name;
	return <p className={classes.dim}>{changesText.panel.template(name ?? changesText.panel.templateGone)}</p>;
}

interface ActionsProps {
	readonly view: TicketView;
	readonly isOver: boolean;
	readonly isLocked: boolean;
}

function Actions({ view, isOver, isLocked }: ActionsProps) {
	const { ticket } = view;
	const openDialog = useTicketUi((state) => state.openDialog);
	return (
		<Group gap="xs">
			{isOver || isLocked ? null : (
				<Button
					variant="default"
					size="compact-xs"
					onClick={() => openDialog({ kind: "risk", ticketId: ticket.id })}
				>
					{changesText.risk.open}
				</Button>
			)}
			{canBeHeld(ticket) ? (
				<Button
					variant="default"
					size="compact-xs"
					onClick={() => openDialog({ kind: "holdChange", ticketId: ticket.id })}
				>
					{changesText.hold.put}
				</Button>
			) : null}
			{canBecomeTemplate(ticket) ? <SaveAsTemplate ticket={ticket} /> : null}
		</Group>
	);
}
