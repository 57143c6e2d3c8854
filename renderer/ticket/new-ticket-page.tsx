import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { useShortcuts } from "../keys/index.ts";
import { useQueueStore } from "../queue-state/index.ts";
import { ticketText } from "../text/en/ticket.ts";
import { useTitle } from "../title/index.ts";
import classes from "./new-ticket.module.css";
import { NewTicketForm } from "./new-ticket-form.tsx";

/** The kinds that have a form of their own, by what their address says. */
const FORMS = {
	incident: () => <NewTicketForm kind="incident" />,
	problem: () => <NewTicketForm kind="problem" />,
} as const satisfies Readonly<Record<string, () => ReactNode>>;

type FormKind = keyof typeof FORMS;

/** A call comes in, or a cause is looked for: one form takes it down; an incident that is solved already it resolves. */
export function NewTicketPage({ kind }: { readonly kind: string | undefined }) {
	const [, navigate] = useLocation();
	const view = useQueueStore((state) => state.view);
	const formKind = kind !== undefined && kind in FORMS ? (kind as FormKind) : "incident";
	const title = ticketText.create.title[formKind];
	useShortcuts({ backToQueue: () => navigate(`/queues/${view}`) });
	useTitle(title);
	return (
		<div key={formKind} className={classes.page}>
			<h1 className={classes.title}>{title}</h1>
			{FORMS[formKind]()}
		</div>
	);
}
