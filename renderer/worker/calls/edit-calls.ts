import type { Intent } from "../../../shared/api/intents.ts";
import { noteSchema, ticketPatchSchema } from "../../../shared/api/tickets.ts";
import { isDecision, isOnlyDecision } from "../../../shared/approval/judge-decision.ts";
import { can, knownRoles } from "../../../shared/permission/permission.ts";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import { judgeChange, type ProposedChange } from "../../../shared/ticket/judge.ts";
import { judgeOpening } from "../../../shared/ticket/open.ts";
import type { Note, Ticket, TicketPatch } from "../../../shared/ticket/ticket.ts";
import { judgeDecisionHere } from "../approvals/judge-here.ts";
import type { Model, OpenGeneration } from "../engine/model.ts";
import { momentOf } from "../engine/synced-at.ts";
import { makeChangeEntry, makeCreateEntry, withoutSame } from "../outbox/make-entry.ts";
import type { NewTicket, TicketEdit } from "../protocol.ts";
import { judgeRelations } from "./judge-relations.ts";

const FORBIDDEN = refuse("forbidden", "Your role may read tickets but not change them.");
const NOTHING_CHANGED = refuse("nothing_changed", "There is nothing to save.");

/** Opens a ticket here: judged, written strict, and only then answered. */
export async function createTicket(
	model: Model,
	newTicket: NewTicket,
): Promise<Result<{ readonly ticketId: string; readonly intentId: string }>> {
	const ready = await readyToEdit(model, newTicket.set, newTicket.note);
	if (!ready.ok) return ready;
	if (!mayEdit(model)) return FORBIDDEN;
	const { outbox, cache, chosenFiles } = ready.value;
	const files = await chosenFiles.forEdit(newTicket.attachmentIds ?? []);
	if (!files.ok) return files;
	const [ticketId, intentId] = [model.makeId(), model.makeId()];
	const moment = momentOf(model);
	const { kind, set, note } = newTicket;
	const judged = judgeOpening(
		{
			kind,
			set,
			note,
			id: ticketId,
			number: "This ticket",
			openedById: outbox.personId,
			at: moment.occurredAt,
		},
		setterOf(model),
	);
	if (!judged.ok) return judged;
	const misfit = judgeRelations(cache.columns, { id: ticketId, kind }, set);
	if (misfit) return { ok: false, error: misfit };
	const saved = await save(() =>
		outbox.add(true, (numbers) =>
			makeCreateEntry(ticketId, newTicket, {
				intentId,
				personId: outbox.personId,
				...moment,
				numbers,
				files: files.value,
			}),
		),
	);
	return saved.ok ? ok({ ticketId, intentId }) : saved;
}

/** Edits a ticket as it is shown: judged, written strict, and only then answered. */
export async function editTicket(
	model: Model,
	edit: TicketEdit,
): Promise<Result<{ readonly intentId: string }>> {
	const ready = await readyToEdit(model, edit.set, edit.note);
	if (!ready.ok) return ready;
	const { outbox, cache, chosenFiles } = ready.value;
	const files = await chosenFiles.forEdit(edit.attachmentIds ?? []);
	if (!files.ok) return files;
	if (files.value.length > 0 && !edit.note)
		return refuse("note_required", "Files come with a comment or a work note.", "note");
	const base = await cache.readBase(edit.ticketId);
	const shown = cache.overlay.shownOf(edit.ticketId)?.ticket ?? base;
	if (!shown) return refuse("not_found", "This ticket is not known here.");
	if (shown.kind !== "approval" && !mayEdit(model)) return FORBIDDEN;
	const decided = isDecision(edit.set) ? await judgeDecisionHere(model, ready.value, shown) : null;
	if (decided && !decided.ok) return decided;
	const judged = judgeEditHere(model, ready.value, shown, edit);
	if (!judged.ok) return judged;
	const set = judged.value;
	const intentId = model.makeId();
	const moment = momentOf(model);
	const saved = await save(() =>
		outbox.add(false, (numbers) =>
			makeChangeEntry(
				{ shown, base },
				{ ...edit, set },
				{ intentId, personId: outbox.personId, ...moment, numbers, files: files.value },
			),
		),
	);
	return saved.ok ? ok({ intentId }) : saved;
}

/** Judges an edit of a ticket as it is shown; answers what of it would change anything. */
export function judgeEditHere(
	model: Model,
	{ cache }: OpenGeneration,
	shown: Ticket,
	{ set, note, goesBackTo }: Pick<TicketEdit, "set" | "note"> & Pick<ProposedChange, "goesBackTo">,
): Result<TicketPatch> {
	const judged = judgeChange(shown, { set, note, goesBackTo, ...setterOf(model) });
	if (!judged.ok) return judged;
	const misfit = judgeRelations(cache.columns, shown, set);
	if (misfit) return { ok: false, error: misfit };
	const left = withoutSame(shown, set);
	return Object.keys(left).length === 0 && !note ? NOTHING_CHANGED : ok(left);
}

/** Whether an edit may be sent by who is signed in: the role of approvers allows decisions and nothing else. */
export function maySend(model: Model, intent: Intent | undefined): boolean {
	return mayEdit(model) || (intent?.type === "change" && mayDecide(model) && isOnlyDecision(intent.set));
}

function mayDecide({ session }: Model): boolean {
	return can(knownRoles(session?.roles ?? []), "approval.decide");
}

function mayEdit({ session }: Model): boolean {
	return can(knownRoles(session?.roles ?? []), "ticket.edit");
}

function setterOf({ session }: Model) {
	return { actor: "person", roles: knownRoles(session?.roles ?? []) } as const;
}

export async function readyToEdit(
	model: Model,
	set: TicketPatch,
	note: Note | undefined,
): Promise<Result<OpenGeneration>> {
	const { generation, session } = model;
	if (!generation || !session?.person) return refuse("sign_in_needed", "Sign in first.");
	if (!mayEdit(model) && !(mayDecide(model) && isOnlyDecision(set))) return FORBIDDEN;
	const fields = ticketPatchSchema.safeParse(set);
	const text = noteSchema.optional().safeParse(note);
	const issue = fields.error?.issues[0] ?? text.error?.issues[0];
	if (!issue) return ok(generation);
	const path = fields.success ? "note" : issue.path.join(".");
	return refuse("value_not_allowed", `${path}: ${issue.message}`, path);
}

/** A full or broken disk is said, never swallowed: nothing was saved. */
export async function save<Saved>(write: () => Promise<Saved>): Promise<Result<Saved>> {
	try {
		return ok(await write());
	} catch (error) {
		return refuse(
			"not_saved",
			`This could not be saved on this device (${String(error)}). Your text is still here.`,
		);
	}
}
