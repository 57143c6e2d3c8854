import { closesAt, type HoldStep, nextHoldStep } from "../../../../shared/ticket/incident-rules.ts";
import { HOLD_REASON_NAMES, INCIDENT_STATE } from "../../../../shared/ticket/lifecycles/incident.ts";
import {
	type EpochMs,
	fieldValue,
	type Note,
	type Ticket,
	type TicketPatch,
} from "../../../../shared/ticket/ticket.ts";
import type { ReactionDesk } from "../reactions/reaction.ts";

/** When a pause between reminders that begins then is over; `null` where it never is. */
export type PauseFrom = (from: EpochMs) => EpochMs | null;

/** Does the next thing about a hold, if it is still due. */
export async function stepHold(desk: ReactionDesk, ticketId: string, pauseFrom: PauseFrom): Promise<void> {
	const ticket = await desk.find(ticketId);
	const next = ticket && nextHoldStep(ticket, pauseFrom);
	if (!ticket || !next || next.at > desk.now) return;
	const { set, note } = await STEPS[next.step](ticket, desk);
	await desk.change("hold-reminders", ticketId, set, note);
}

type Told = { readonly set: TicketPatch; readonly note: Note };

const STEPS: Readonly<Record<HoldStep, (ticket: Ticket, desk: ReactionDesk) => Told | Promise<Told>>> = {
	"remind-caller": (ticket, desk) => ({
		set: countedOn(ticket, desk),
		note: {
			kind: "comment",
			text: `We still wait for your answer about “${ticket.shortDescription}”. We go on with ${ticket.number} as soon as you write.`,
		},
	}),
	"remind-assignee": async (ticket, desk) => ({
		set: countedOn(ticket, desk),
		note: {
			kind: "workNote",
			text: `The follow-up is due: ${HOLD_REASON_NAMES[ticket.holdReason ?? 0] ?? "On Hold"}. ${await describeOwner(ticket, desk)}`,
		},
	}),
	"offer-closing": async (ticket, desk) => ({
		set: { $callerSilent: 1 },
		note: {
			kind: "workNote",
			text: `The caller answered neither reminder: this may be resolved as Closed/Resolved by Caller. ${await describeOwner(ticket, desk)}`,
		},
	}),
};

function countedOn(ticket: Ticket, { now }: ReactionDesk): TicketPatch {
	return { $remindersSent: Number(fieldValue(ticket, "$remindersSent") ?? 0) + 1, $remindedAt: now };
}

async function describeOwner({ assigneeId, teamId }: Ticket, { tx }: ReactionDesk): Promise<string> {
	const [table, id] = assigneeId ? (["person", assigneeId] as const) : (["team", teamId ?? ""] as const);
	const row = await tx.selectFrom(table).select("name").where("id", "=", id).executeTakeFirst();
	return row ? `For ${row.name}.` : "Nobody has it yet.";
}

/** Closes a resolved incident that nobody has touched for long enough. */
export async function closeQuiet(
	desk: ReactionDesk,
	ticketId: string,
	closeAfterHours: number,
): Promise<void> {
	const ticket = await desk.find(ticketId);
	const at = ticket && closesAt(ticket, closeAfterHours);
	if (at !== null && at <= desk.now)
		await desk.change("auto-close", ticketId, { state: INCIDENT_STATE.closed });
}
