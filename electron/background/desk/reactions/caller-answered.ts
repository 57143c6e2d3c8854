import { awaitsCaller, isClosedIncident, isOfCaller } from "../../../../shared/ticket/incident-rules.ts";
import { INCIDENT_STATE } from "../../../../shared/ticket/lifecycles/incident.ts";
import { mergedInto } from "../../../../shared/ticket/merging.ts";
import type { Happened, Reaction, ReactionDesk } from "./reaction.ts";

const RULE = "caller-answered";

/** The caller has answered: what waited for that goes on; what was closed is taken up as a new incident. */
export const callerAnswered: Reaction = async (happened, desk) => {
	const { before, after, note, actor } = happened;
	if (!before || actor.kind !== "person" || !isOfCaller(after, note, actor.id)) return;
	if (awaitsCaller(before) && awaitsCaller(after)) await goOn(after.id, desk);
	// Of a merged one the other goes on.
	if (mergedInto(after) !== null) return;
	if (isClosedIncident(before) && isClosedIncident(after)) await openAnew(happened, desk);
};

async function goOn(ticketId: string, desk: ReactionDesk): Promise<void> {
	if (await desk.change(RULE, ticketId, { state: INCIDENT_STATE.inProgress })) return;
	// In Progress asks for a team or a person.
	const text = "The caller has answered, but nobody has this incident: it stays on hold.";
	await desk.change(RULE, ticketId, {}, { kind: "workNote", text });
}

async function openAnew({ after, note, actor }: Happened, desk: ReactionDesk): Promise<void> {
	const { shortDescription, callerId, impact, urgency, teamId, ciId, serviceId, category, subcategory } =
		after;
	const opened = await desk.open(RULE, {
		kind: "incident",
		openedById: actor.id,
		set: {
			shortDescription,
			description: `${note?.text ?? ""}\n\nFollows ${after.number}, which is closed.`,
			callerId,
			impact,
			urgency,
			teamId,
			ciId,
			serviceId,
			category,
			subcategory,
		},
	});
	const text = `The caller wrote after this was closed: ${opened.number} was opened.`;
	await desk.change(RULE, after.id, {}, { kind: "workNote", text });
}
