/**
 * Every path of the lifecycles' data by keyboard alone, for each kind: all that a person may do in each state, all steps of
 * fields that go by steps. What is added to the data is walked as well, or fails here.
 */
import { possibleMoves } from "../shared/ticket/judge.ts";
import { stepsFrom } from "../shared/ticket/judge-steps.ts";
import { TICKET_KINDS, type TicketKind } from "../shared/ticket/kinds.ts";
import { lifecycleOf } from "../shared/ticket/lifecycle.ts";
import { expect, test } from "./desk.ts";
import { movesByHand, stepsOf } from "./fixture/edges.ts";
import { SetUp } from "./fixture/set-up.ts";
import { Walker } from "./fixture/walker.ts";

test.use({ deskArgs: ["--sample", "20"] });
test.setTimeout(240_000);

test("every move that a person may make is made by keys, and every step", async ({ page, desk }) => {
	await page.goto("/queues/all");
	await expect(page.getByRole("contentinfo").getByRole("status")).toHaveText("Live");
	const setUp = await SetUp.begin(desk);
	for (const kind of TICKET_KINDS)
		await test.step(kind, async () => {
			const walker = new Walker(page, desk, await setUp.other(kind));
			await walkMoves(kind, setUp, walker);
			await walkSteps(kind, setUp, walker);
		});
});

/** From each state that a way leads out of, and on from where it leads to as long as there are others. */
async function walkMoves(kind: TicketKind, setUp: SetUp, walker: Walker): Promise<void> {
	const open = new Set(movesByHand(kind));
	for (const edge of open) {
		let ticket = await setUp.standing({ kind, state: edge.from.value, when: edge.move.when });
		for (let next = edge; open.delete(next); ) {
			ticket = await walker.move(ticket, next.move, next.name);
			const ways = possibleMoves(ticket);
			next = [...open].find(({ from, move }) => from.value === ticket.state && ways.includes(move)) ?? next;
		}
	}
	expect(open.size).toBe(0);
}

/** The same for fields that go by steps. */
async function walkSteps(kind: TicketKind, setUp: SetUp, walker: Walker): Promise<void> {
	const open = new Set(stepsOf(kind));
	for (const edge of open) {
		const { field } = edge;
		let ticket = await setUp.standing({ kind, state: lifecycleOf(kind).initial });
		await setUp.step(ticket, field.name, edge.from);
		for (let next = edge; open.delete(next); ) {
			ticket = await walker.step(ticket, next);
			const [ways, value] = [stepsFrom(ticket, field), ticket[field.name]];
			next = [...open].find(({ from, step }) => from === value && ways.includes(step)) ?? next;
		}
	}
	expect(open.size).toBe(0);
}
