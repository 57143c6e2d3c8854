import type { IntentResult } from "../../../../shared/api/intents.ts";
import type { ChangeSettings } from "../../../../shared/change/settings.ts";
import type { Role } from "../../../../shared/permission/permission.ts";
import type { Ticket, TicketPatch } from "../../../../shared/ticket/ticket.ts";
import { addStaff, changing, opening, startTestDesk, type TestDesk } from "../../fixture.ts";
import { makeRandomId } from "../../store/crypto.ts";
import { fromTicketRow, toCiRow, toPersonRow } from "../../store/rows.ts";
import { takeIntents } from "../intents.ts";
import { readChangeSettings } from "./change-settings.ts";

const HOUR_MS = 3_600_000;
/** Everything that must be there before approval is asked for. */
export const PLANNED: TicketPatch = {
	$plan: "Stop, patch, start.",
	$backOutPlan: "Restore the snapshot.",
	$plannedStartAt: 2_000_000_000_000,
	$plannedEndAt: 2_000_000_000_000 + 2 * HOUR_MS,
	$risk: 3,
	ciId: "db",
};

/** For tests: a desk with a team of three, three approvers, and a CI. */
export interface ChangeDesk {
	readonly desk: TestDesk;
	/** Opened by ada, for pat of the team “platform”. */
	readonly open: (set: TicketPatch) => Promise<Ticket>;
	/** ada's edit of the change as it is now. */
	readonly edit: (change: Ticket, set: TicketPatch, note?: string) => Promise<IntentResult>;
	readonly now: (change: Ticket) => Promise<Ticket>;
	/** All approvals of a change, in their order. */
	readonly approvals: (change: Ticket) => Promise<readonly Ticket[]>;
	/** Whoever is asked decides, each under their own name, until nobody is asked any more. */
	readonly decide: (change: Ticket, set: TicketPatch) => Promise<void>;
	readonly configure: (set: Partial<ChangeSettings>) => Promise<number>;
}

export async function startChangeDesk(): Promise<ChangeDesk> {
	const desk = await startTestDesk();
	await addStaff(desk);
	await fill(desk);
	const { store } = desk.background;
	async function takeAs(personId: string, roles: readonly Role[], intent: object): Promise<IntentResult> {
		const batch = { deviceId: makeRandomId(), fence: 1, intents: [intent] };
		const taken = await takeIntents(batch, { store, personId, roles, now: Date.now() });
		const result = taken.ok ? taken.value[0] : undefined;
		if (!result) throw new Error("no answer");
		return result;
	}
	const now = ({ id }: Ticket) => desk.readTicket(id);
	const approvals: ChangeDesk["approvals"] = async ({ id }) => {
		const query = store.reader.selectFrom("ticket").selectAll().where("parent_id", "=", id);
		return (await query.orderBy("number").execute()).map(fromTicketRow);
	};
	return {
		desk,
		now,
		approvals,
		open: async (set) => {
			const about = { shortDescription: "Patch db-01", teamId: "platform", assigneeId: "pat" };
			const intent = opening({ kind: "change", set: { ...about, ...set } });
			const result = await takeAs("ada", ["agent"], intent);
			if (result.status !== "applied") throw new Error(JSON.stringify(result));
			return desk.readTicket(intent.ticketId);
		},
		edit: async (change, set, note) => {
			const said = note === undefined ? {} : { note: { kind: "workNote", text: note } };
			return takeAs("ada", ["agent"], changing(await now(change), set, said));
		},
		decide: async (change, set) => {
			for (const { id } of await approvals(change)) {
				const approval = await desk.readTicket(id);
				if (approval.state !== 1 || approval.assigneeId === null) continue;
				await takeAs(approval.assigneeId, ["agent", "approver"], changing(approval, set));
			}
		},
		configure: async (set) => {
			const { revision } = await readChangeSettings(store.reader);
			const body = { baseRevision: revision, set };
			return (await desk.ask("/api/change-settings", { method: "PATCH", body })).status;
		},
	};
}

async function fill({ background }: TestDesk): Promise<void> {
	const people: readonly (readonly [string, Role, readonly string[]])[] = [
		...["pat", "pia", "pim"].map((id) => [id, "agent", ["platform"]] as const),
		...["cab-1", "cab-2", "cab-3"].map((id) => [id, "approver", []] as const),
	];
	const about = { email: null, phone: null, location: null, department: null, isVip: false, isActive: true };
	await background.store.write(async ({ tx }) => {
		await tx.insertInto("team").values({ id: "platform", name: "Platform", is_active: 1 }).execute();
		for (const [id, role, teamIds] of people) {
			const row = toPersonRow({ ...about, id, name: id, roles: [role], teamIds: [...teamIds] });
			await tx.insertInto("person").values(row).execute();
		}
		const ci = { id: "db", name: "db-01", class: "server" as const, ownerTeamId: null, criticality: 1 };
		await tx
			.insertInto("ci")
			.values(toCiRow({ ...ci, dependsOnIds: [] }))
			.execute();
	});
}
