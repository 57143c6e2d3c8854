import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HistoryEntry } from "../../../shared/api/tickets.ts";
import { addStaff, changing, opening, startTestDesk, type TestDesk } from "../fixture.ts";
import { makeId } from "../store/crypto.ts";

let desk: TestDesk;
beforeEach(async () => {
	desk = await startTestDesk();
	await addStaff(desk);
});
afterEach(() => desk.close());

describe("an intent that takes another back", () => {
	it("gives back what nobody changed, leaves the rest to others, and says so in the history", async () => {
		const [opened] = await desk.send(opening());
		if (opened?.status !== "applied") throw new Error(JSON.stringify(opened));
		const ticket = await desk.readTicket(opened.number);
		const batchId = makeId();
		const edit = changing(ticket, { impact: 1, category: "Network" }, { batchId });
		const [edited] = await desk.send(edit);
		expect(edited).toMatchObject({ status: "applied" });
		const seen = await desk.readTicket(opened.number);
		await desk.send(changing(seen, { category: "Storage" }));

		const undo = changing(seen, { impact: ticket.impact, category: null }, { undoes: edit.id });
		const [undone] = await desk.send(undo);
		expect(undone).toMatchObject({ status: expect.stringMatching(/applied|merged/) });
		expect(await desk.readTicket(opened.number)).toMatchObject({
			impact: ticket.impact,
			category: "Storage",
		});
		const { body } = await desk.ask(`/api/tickets/${opened.number}`);
		const { history } = body as { readonly history: readonly HistoryEntry[] };
		expect(history.find(({ intentId }) => intentId === edit.id)).toMatchObject({ batchId });
		const last = history.at(-1);
		expect(last).toMatchObject({ undoes: edit.id });
		expect(Object.keys(last?.changes ?? {}).sort()).toEqual(["impact", "priority"]);
	});

	it("writes nothing where others have changed all of it", async () => {
		const [opened] = await desk.send(opening());
		if (opened?.status !== "applied") throw new Error(JSON.stringify(opened));
		const ticket = await desk.readTicket(opened.number);
		const edit = changing(ticket, { category: "Network" });
		await desk.send(edit);
		const seen = await desk.readTicket(opened.number);
		await desk.send(changing(seen, { category: "Storage" }));
		const [undone] = await desk.send(changing(seen, { category: null }, { undoes: edit.id }));
		expect(undone).toMatchObject({ status: "applied", wroteNothing: true });
	});
});
