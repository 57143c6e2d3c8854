import { afterEach, beforeEach, expect, it } from "vitest";
import type { HistoryEntry } from "../../../shared/api/tickets.ts";
import { addStaff, changing, opening, startTestDesk, type TestDesk } from "../fixture.ts";

let desk: TestDesk;
beforeEach(async () => {
	desk = await startTestDesk();
	await addStaff(desk);
});
afterEach(() => desk.close());

it("two consoles that put on different tags both win, one that takes one off too, and the history tells", async () => {
	const [opened] = await desk.send(opening());
	if (opened?.status !== "applied") throw new Error(JSON.stringify(opened));
	await desk.send(changing(await desk.readTicket(opened.number), { $tags: "mail" }));
	const seen = await desk.readTicket(opened.number);
	expect(seen.$tags).toBe("mail");
	const [first] = await desk.send(changing(seen, { $tags: "mail vpn" }));
	expect(first).toMatchObject({ status: "applied" });
	const [second] = await desk.send(changing(seen, { $tags: "wifi" }, { base: { $tags: "mail" } }));
	expect(second).toMatchObject({ status: expect.stringMatching(/applied|merged/) });
	expect((await desk.readTicket(opened.number)).$tags).toBe("vpn wifi");
	const { body } = await desk.ask(`/api/tickets/${opened.number}`);
	const { history } = body as { readonly history: readonly HistoryEntry[] };
	expect(history.at(-1)?.changes).toEqual({ $tags: { from: "mail vpn", to: "vpn wifi" } });

	const [wrong] = await desk.send(changing(seen, { $tags: "Two Words" }, { base: { $tags: "mail" } }));
	expect(wrong).toMatchObject({ status: "rejected", reason: { code: "value_not_allowed" } });
});
