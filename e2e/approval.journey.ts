/** Who only approves decides without the network; what was canceled meanwhile comes back with the reason. */
import { randomUUID } from "node:crypto";
import { type APIRequestContext, request } from "@playwright/test";
import { z } from "zod";
import { intentAnswerSchema } from "../shared/api/intents.ts";
import { offerSchema } from "../shared/request/offer.ts";
import { APPROVAL_STATE } from "../shared/ticket/lifecycles/approval.ts";
import { REQUEST_STATE } from "../shared/ticket/lifecycles/request.ts";
import type { Ticket } from "../shared/ticket/ticket.ts";
import { expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import { ConsoleWindow } from "./fixture/console-window.ts";
import { DeskFile } from "./fixture/desk-file.ts";

test.use({ deskArgs: ["--sample", "50"] });
test.setTimeout(120_000);

const OWNER = "owner";
const peopleSchema = z.object({ people: z.array(z.object({ id: z.string() })) });

/** A console of an agent elsewhere. */
class Elsewhere {
	readonly #api: APIRequestContext;
	readonly #deviceId = randomUUID();
	#counter = 0;

	constructor(api: APIRequestContext) {
		this.#api = api;
	}

	async signIn(): Promise<void> {
		const { people } = peopleSchema.parse(await (await this.#api.get("/api/people?role=agent")).json());
		const agent = people.find(({ id }) => id !== OWNER);
		await this.#api.post("/api/session/act-as", { data: { personId: agent?.id } });
	}

	/** Requests something that the owner is asked to approve; answers the ids of the request and its approval’s number. */
	async ask(offerId: string, words: string): Promise<string> {
		const ticketId = randomUUID();
		const common = { shortDescription: words, callerId: "monitoring" };
		await this.#send({ type: "create", kind: "request", ticketId, set: common });
		const set = { ...common, parentId: ticketId, $offerId: offerId, $offer: words };
		await this.#send({ type: "create", kind: "item", ticketId: randomUUID(), set });
		return ticketId;
	}

	async cancel({ id, revision }: Ticket): Promise<void> {
		const set = { state: REQUEST_STATE.closedIncomplete, closeNotes: "Found another." };
		await this.#send({ type: "change", ticketId: id, baseRevision: revision, base: {}, set });
	}

	async #send(intent: object): Promise<void> {
		this.#counter += 1;
		const about = { v: 1, id: randomUUID(), occurredAt: Date.now(), counter: this.#counter };
		const data = { deviceId: this.#deviceId, fence: 1, intents: [{ ...about, ...intent }] };
		const answer = intentAnswerSchema.parse(await (await this.#api.post("/api/intents", { data })).json());
		expect(answer.results).toMatchObject([{ status: "applied" }]);
	}
}

test("a decision waits for the desk, and one that nobody asks for any more is refused with the reason", async ({
	desk,
	profile,
	page,
	problems,
}) => {
	problems.allow(NETWORK_FAILURES);
	const api = await request.newContext({ baseURL: desk.url });
	const stages = [{ name: "Owner", rule: "all", approvers: [{ kind: "person", personId: OWNER }] }];
	const made = await api.post("/api/offers", {
		data: { name: "Chair", description: "", isActive: true, fields: [], stages, tasks: [] },
	});
	const { id: offerId } = offerSchema.parse(await made.json());
	const elsewhere = new Elsewhere(api);
	await elsewhere.signIn();
	await elsewhere.ask(offerId, "Chair for the front desk");
	const canceledId = await elsewhere.ask(offerId, "Chair for the back office");
	new DeskFile(desk.dataDir).setRoles(OWNER, ["approver"]);
	const stateOf = async (words: string) =>
		(await desk.tickets(`kind=approval&text=${encodeURIComponent(words)}`))[0]?.state;

	const console_ = new ConsoleWindow(page);
	await console_.visit("/queues/approvals");
	await expect(page.locator("[data-ticket-id]")).toHaveCount(2);
	await expect(page.getByRole("region", { name: "What is asked" })).toBeVisible();
	await profile.context.setOffline(true);
	await elsewhere.cancel((await desk.ticket(canceledId)).ticket);
	expect(await stateOf("back office")).toBe(APPROVAL_STATE.canceled);

	for (const words of ["front desk", "back office"]) {
		await page.getByRole("grid").focus();
		await expect(page.getByRole("heading", { level: 2, name: new RegExp(words) })).toBeVisible();
		await page.keyboard.press("y");
		await expect(page.getByRole("dialog").getByRole("textbox")).toBeFocused();
		await page.keyboard.press("ControlOrMeta+Enter");
		await expect(page.getByRole("dialog")).toBeHidden();
	}
	await expect(page.getByText("Nothing waits for your approval.")).toBeVisible();
	await expect(page.getByRole("textbox", { name: "Work note" })).toHaveCount(0);
	await expectAccessible(page);

	await profile.context.setOffline(false);
	await expect(console_.syncWords).toHaveText("1 edit needs you", { timeout: 30_000 });
	expect(await stateOf("front desk")).toBe(APPROVAL_STATE.approved);
	await console_.choose("What waits", "What waits");
	const card = page.getByRole("region", { name: /^Needs you/ }).getByRole("listitem");
	await expect(card).toContainText("is Canceled by now: there is nothing to decide any more.");
	await expectAccessible(page);
	await api.dispose();
});
