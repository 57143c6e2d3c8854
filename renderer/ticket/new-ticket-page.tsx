import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { addedKinds } from "../../shared/ticket/known-lifecycles.ts";
import { lifecycleOf } from "../../shared/ticket/lifecycle.ts";
import { useTopic } from "../data/index.ts";
import { useShortcuts } from "../keys/index.ts";
import { useQueueStore } from "../queue-state/index.ts";
import { ticketText } from "../text/en/ticket.ts";
import { useTitle } from "../title/index.ts";
import { NewKindForm } from "./added/new-kind-form.tsx";
import classes from "./new-ticket.module.css";
import { NewTicketForm } from "./new-ticket-form.tsx";

/** The kinds that have a form of their own, by what their address says. */
const FORMS = {
	incident: () => <NewTicketForm kind="incident" />,
	problem: () => <NewTicketForm kind="problem" />,
} as const satisfies Readonly<Record<string, () => ReactNode>>;

type FormKind = keyof typeof FORMS;

interface Form {
	readonly title: string;
	readonly form: ReactNode;
}

/** A call comes in, or a cause is looked for: one form takes it down; an incident that is solved already it resolves. */
export function NewTicketPage({ kind }: { readonly kind: string | undefined }) {
	const [, navigate] = useLocation();
	const view = useQueueStore((state) => state.view);
	const lifecycles = useTopic("lifecycles", null);
	// Until it is known which kinds the desk has added, an address may name any of them.
	const isOpen = kind !== undefined && !(kind in FORMS) && lifecycles === undefined;
	const { title, form } = formOf(kind);
	useShortcuts({ backToQueue: () => navigate(`/queues/${view}`) });
	useTitle(title);
	if (isOpen) return null;
	return (
		<div key={kind} className={classes.page}>
			<h1 className={classes.title}>{title}</h1>
			{form}
		</div>
	);
}

/** What is no kind that somebody opens is taken for a call. */
function formOf(kind: string | undefined): Form {
	if (kind !== undefined && addedKinds().includes(kind)) {
		const title = ticketText.create.titleOf(lifecycleOf(kind).label);
		return { title, form: <NewKindForm kind={kind} /> };
	}
	const own = kind !== undefined && kind in FORMS ? (kind as FormKind) : "incident";
	return { title: ticketText.create.title[own], form: FORMS[own]() };
}
