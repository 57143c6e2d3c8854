/** What only rules do to a ticket follows from what people do by keys: every such move of the lifecycles' data. */
import type { Page } from "@playwright/test";
import { possibleMoves } from "../shared/ticket/judge.ts";
import { TICKET_KINDS } from "../shared/ticket/kinds.ts";
import { APPROVAL_STATE } from "../shared/ticket/lifecycles/approval.ts";
import { CHANGE_STATE } from "../shared/ticket/lifecycles/change.ts";
import { INCIDENT_STATE } from "../shared/ticket/lifecycles/incident.ts";
import { REQUEST_STATE } from "../shared/ticket/lifecycles/request.ts";
import type { Ticket } from "../shared/ticket/ticket.ts";
import { type DeskProcess, expect, test } from "./desk.ts";
import { press } from "./fixture/changes.ts";
import { DeskFile } from "./fixture/desk-file.ts";
import { movesByRule, wayBetween } from "./fixture/edges.ts";
import { SetUp } from "./fixture/set-up.ts";
import { Walker } from "./fixture/walker.ts";

test.use({ deskArgs: ["--sample", "20"] });
test.setTimeout(180_000);

const { pending, open, workInProgress, closedComplete, closedIncomplete, closedSkipped } = REQUEST_STATE;
const { notRequested, requested, canceled, notRequired, approved, rejected } = APPROVAL_STATE;

/** Who does it by keys, and what is seen of it at the desk. */
class Scene {
	readonly page: Page;
	readonly desk: DeskProcess;
	readonly setUp: SetUp;
	readonly walker: Walker;
	readonly file: DeskFile;
	readonly seen = new Set<string>();

	constructor(page: Page, desk: DeskProcess, setUp: SetUp, walker: Walker) {
		this.page = page;
		this.desk = desk;
		this.setUp = setUp;
		this.walker = walker;
		this.file = new DeskFile(desk.dataDir);
	}

	/** Does something; then the desk has moved all of these, and nobody else has. */
	async follows(ways: readonly string[], act: () => Promise<unknown>): Promise<void> {
		const before = this.file.historyLength();
		await act();
		const moved = () =>
			this.file
				.movesSince(before)
				.filter(({ isByRule }) => isByRule)
				.map(({ kind, from, to }) => wayBetween(kind, from, to));
		await expect.poll(moved, { timeout: 45_000, intervals: [50] }).toEqual(expect.arrayContaining([...ways]));
		for (const way of ways) this.seen.add(way);
	}

	/** Makes the move to a state, by keys. */
	async move(ticket: Ticket, to: number): Promise<void> {
		const move = possibleMoves(ticket).find((way) => way.to === to);
		if (!move) throw new Error(`${ticket.number} has no way to ${to}`);
		await this.walker.move(ticket, move, `${ticket.number} to ${to}`);
	}

	/** Decides what the page’s person is asked about a ticket. */
	async decide({ id }: Ticket, to: number): Promise<void> {
		await this.move(await this.setUp.asked(id), to);
	}
}

async function beginScene(page: Page, desk: DeskProcess): Promise<Scene> {
	await page.goto("/queues/all");
	await expect(page.getByRole("contentinfo").getByRole("status")).toHaveText("Live");
	const setUp = await SetUp.begin(desk);
	return new Scene(page, desk, setUp, new Walker(page, desk, await setUp.other("incident")));
}

test("all that rules move follows from what is done by keys", async ({ page, desk }) => {
	const scene = await beginScene(page, desk);
	await test.step("changes", () => walkChanges(scene));
	await test.step("requests, items, incidents", () => walkRequests(scene));
	await test.step("approvals", () => walkApprovals(scene));
	const all = TICKET_KINDS.flatMap(movesByRule);
	const ways = new Set(all.map(({ kind, from, move }) => wayBetween(kind, from.value, move.to)));
	expect([...scene.seen].sort()).toEqual([...ways].sort());
});

/** On when they are approved, back when they are rejected or edited. */
async function walkChanges(scene: Scene): Promise<void> {
	for (const { kind, from, move } of movesByRule("change")) {
		const change = await scene.setUp.standing({ kind, state: from.value, when: move.when });
		await scene.follows([wayBetween(kind, from.value, move.to)], () => {
			if (move.to !== CHANGE_STATE.new) return scene.decide(change, approved);
			return from.value === CHANGE_STATE.scheduled ? editPlan(scene, change) : scene.decide(change, rejected);
		});
	}
}

/** Of what is approved already. */
async function editPlan({ page, walker }: Scene, change: Ticket): Promise<void> {
	await walker.open(change);
	await press(page, "Edit the plan");
	await page.keyboard.type("First of all: ");
	await page.keyboard.press("Control+Enter");
	await press(page, "Edit and void");
	await expect(page.getByRole("dialog")).toBeHidden();
	await expect(page.locator("main :focus")).toHaveCount(1);
}

/** They follow their approvals and tasks; incidents close by themselves. */
async function walkRequests(scene: Scene): Promise<void> {
	const { setUp, desk } = scene;
	const resolved = await setUp.standing({ kind: "incident", state: INCIDENT_STATE.resolved });
	scene.file.letTimePass(resolved.id);
	const isClosed = scene.follows(
		[wayBetween("incident", INCIDENT_STATE.resolved, INCIDENT_STATE.closed)],
		() => Promise.resolve(),
	);

	const both = (from: number, to: number) => [wayBetween("item", from, to), wayBetween("request", from, to)];
	const asked = await setUp.item([setUp.stage("all", "owner")]);
	await scene.follows(both(pending, open), () => scene.decide(asked, approved));
	for (const from of [open, workInProgress])
		for (const to of [closedComplete, closedSkipped]) {
			const item = await setUp.standing({ kind: "item", state: from });
			if (from === workInProgress)
				await setUp.owner.change(item.parentId ?? "", { state: from, assigneeId: "owner" });
			const [task] = (await desk.tickets("kind=task")).filter(({ parentId }) => parentId === item.id);
			if (!task) throw new Error(`${item.number} has no task`);
			await scene.follows(both(from, to), () => scene.move(task, to));
		}
	await isClosed;
}

/** They are asked for, dismissed and canceled by what is decided and done. */
async function walkApprovals(scene: Scene): Promise<void> {
	const { setUp, desk } = scene;
	const way = (from: number, to: number) => wayBetween("approval", from, to);
	const inTurn = [setUp.stage("all", "owner"), setUp.stage("all", "other")];

	const eitherFirst = await setUp.item([setUp.stage("any", "owner", "other"), setUp.stage("all", "other")]);
	await scene.follows([way(requested, notRequired), way(notRequested, requested)], () =>
		scene.decide(eitherFirst, approved),
	);
	const refused = await setUp.item(inTurn);
	await scene.follows([way(notRequested, notRequired)], () => scene.decide(refused, rejected));
	const dropped = await setUp.item(inTurn);
	const request = (await desk.ticket(dropped.parentId ?? "")).ticket;
	await scene.follows([way(requested, canceled), way(notRequested, canceled)], () =>
		scene.move(request, closedIncomplete),
	);
}
