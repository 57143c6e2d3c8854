/** In a browser too somebody hears of it when time runs short: in one window of the workstation, with the way to the ticket. */
import { definitionsSchema } from "../shared/api/sla.ts";
import { INCIDENT_STATE as STATE } from "../shared/ticket/lifecycles/incident.ts";
import { type DeskProcess, expect, expectAccessible, NETWORK_FAILURES, test } from "./desk.ts";
import { changeTicket, openIncident } from "./fixture/incidents.ts";
import { byPalette, tabTo } from "./fixture/keyboard.ts";

test.use({ deskArgs: ["--sample", "60"] });

/** What is critical is to be resolved within a minute; after a tenth of it the assignee is told. */
async function tellSoon(desk: DeskProcess): Promise<void> {
	const { policies } = await desk.get("/api/sla", definitionsSchema);
	const newest = policies.find(({ id }) => id === "sla-resolution")?.versions.at(-1);
	if (!newest) throw new Error("a desk begins with a policy for resolutions");
	const { version, effectiveFrom: _from, savedAt: _at, savedById: _by, ...policy } = newest;
	const targets = policy.targets.map((target) =>
		target.priority === 1 ? { ...target, amount: 1, unit: "minute" } : target,
	);
	const thresholds = [{ percent: 10, actions: [{ kind: "notify", to: "assignee" }] }];
	const answer = await fetch(`${desk.url}/api/sla/policies/sla-resolution/versions`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({
			policy: { ...policy, targets, thresholds },
			effectiveFrom: null,
			baseVersion: version,
		}),
	});
	expect(answer.status, await answer.text()).toBe(200);
}

test("what a policy says when time runs short is told in one window, and its link leads to the ticket", async ({
	page,
	desk,
	profile,
	problems,
}) => {
	await profile.context.grantPermissions(["notifications"]);
	await tellSoon(desk);
	await page.goto("/settings");
	await expect(page.getByText("The system tells it as well")).toBeVisible();
	await page.goto("/queues/all");
	const other = await profile.context.newPage();
	await other.goto("/queues/all");
	for (const window of [page, other]) await expect(window.locator("[data-ticket-id]").first()).toBeVisible();

	const soon = await openIncident(desk, {
		shortDescription: "The till stands still",
		assigneeId: "owner",
		impact: 1,
		urgency: 1,
	});
	await changeTicket(desk, soon.id, { state: STATE.inProgress });
	await expect(page.getByRole("row", { name: new RegExp(soon.number) })).toBeVisible();
	// The console knows by itself when it is: the desk need not be there.
	problems.allow(NETWORK_FAILURES);
	await desk.stop();
	const notice = { name: `Time runs short: ${soon.number}` };
	const told = [page, other].map((window) => window.getByRole("link", notice));
	const count = async () =>
		(await Promise.all(told.map((link) => link.count()))).reduce((sum, one) => sum + one, 0);
	await expect.poll(count, { timeout: 20_000 }).toBe(1);
	const isHere = (await told[0]?.count()) === 1;
	const shown = isHere ? page : other;
	await shown.bringToFront();
	for (const theme of ["dark", "light"] as const) {
		await shown.emulateMedia({ colorScheme: theme });
		await expectAccessible(shown);
	}
	expect(await count()).toBe(1);
	await tabTo(shown, shown.getByRole("link", notice));
	await shown.keyboard.press("Enter");
	await expect(shown.getByRole("region", { name: `Ticket ${soon.number}` })).toBeVisible();
	await expect(shown.getByRole("link", notice)).toBeHidden();
	await desk.restart();
	await byPalette(shown, "Settings", /^\s*Settings/);
	await expect(shown.getByText("is told in one window of this workstation")).toBeVisible();
	await expectAccessible(shown);
});
