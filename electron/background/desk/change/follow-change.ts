import { consequenceOf } from "../../../../shared/change/consequence.ts";
import { fieldLabel } from "../../../../shared/ticket/field-labels.ts";
import { APPROVAL_STATE } from "../../../../shared/ticket/lifecycles/approval.ts";
import { CHANGE_STATE, CHANGE_TYPE } from "../../../../shared/ticket/lifecycles/change.ts";
import {
	fieldValue,
	type Ticket,
	type TicketFieldName,
	type TicketPatch,
} from "../../../../shared/ticket/ticket.ts";
import { cancelApprovals } from "../approvals/cancel-approvals.ts";
import { entered, type Happened, type Reaction, type ReactionDesk } from "../reactions/reaction.ts";
import { askForApproval, RULE, versionOf } from "./change-approvals.ts";
import { readChangeSettings } from "./change-settings.ts";

/** A change on its way back to New, on hold or not. */
export const SENT_BACK: TicketPatch = { state: CHANGE_STATE.new, $isOnHold: null, $holdText: null };

/** What follows from an edit or a move of a change: its approvals are asked for, voided or canceled. */
export const followChange: Reaction = async (happened, desk) => {
	const { before, after } = happened;
	if (after.kind !== "change" || (await hasConsequence(happened, desk))) return;
	if (after.$type !== CHANGE_TYPE.standard && (fieldValue(after, "$template") ?? null) !== null)
		await desk.change(RULE, after.id, { $template: null });
	if (before && entered(happened, "change", CHANGE_STATE.new)) await beginAnew(desk, after);
	if (isAsking(happened)) await askForApproval(desk, after);
};

async function hasConsequence({ before, after }: Happened, desk: ReactionDesk): Promise<boolean> {
	const { templates } = await readChangeSettings(desk.tx);
	const consequence = consequenceOf(before, after, templates);
	if (!consequence) return false;
	const fields = labelsOf(consequence.fields);
	if (consequence.kind === "voids") {
		const text = `Version ${versionOf(after)} was edited (${fields}): it must be approved anew.${await describeLoss(desk, after)}`;
		await desk.change(RULE, after.id, SENT_BACK, { kind: "workNote", text });
		return true;
	}
	const { template } = consequence;
	const why = template ? `It differs from “${template.name}” (${fields})` : "There is no such template";
	const back = after.state === CHANGE_STATE.new ? {} : SENT_BACK;
	const set = { ...back, $type: CHANGE_TYPE.normal, $template: null };
	const text = `${why}: it is a normal change and must be approved.`;
	await desk.change(RULE, after.id, set, { kind: "workNote", text });
	return true;
}

/** Which approvals had been given. */
async function describeLoss(desk: ReactionDesk, change: Ticket): Promise<string> {
	const approvals = await desk.partsOf(change.id, "approval");
	const given = approvals.filter(
		(approval) =>
			approval.state === APPROVAL_STATE.approved && fieldValue(approval, "$version") === versionOf(change),
	);
	return given.length === 0 ? "" : ` Void: ${given.map(({ number }) => number).join(", ")}.`;
}

/** What is asked for next is asked anew, whatever was approved before. */
async function beginAnew(desk: ReactionDesk, change: Ticket): Promise<void> {
	await cancelApprovals(desk, RULE, change);
	const blank = { $isAuthorizedAfterwards: null, $isOnHold: null, $holdText: null };
	await desk.change(RULE, change.id, { ...blank, $version: versionOf(change) + 1 });
}

function isAsking(happened: Happened): boolean {
	const { $type, $isAfterTheFact } = happened.after;
	if (entered(happened, "change", CHANGE_STATE.assess, CHANGE_STATE.authorize)) return true;
	const isAfterwards = $type === CHANGE_TYPE.emergency && $isAfterTheFact === 1;
	return isAfterwards && entered(happened, "change", CHANGE_STATE.implement);
}

function labelsOf(fields: readonly TicketFieldName[]): string {
	return fields.map((field) => fieldLabel("change", field)).join(", ");
}
