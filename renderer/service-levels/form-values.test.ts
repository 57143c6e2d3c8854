import { describe, expect, it } from "vitest";
import { makeDefaultCalendar } from "../../shared/sla/calendar.ts";
import { makeDefaultDefinitions } from "../../shared/sla/default-definitions.ts";
import { calendarValuesOf, newCalendarValues, readCalendarValues } from "./calendar-values.ts";
import { NEW_POLICY, policyValuesOf, readPolicyValues } from "./policy-values.ts";
import { countableAt, readRecalculation } from "./recalculation-values.ts";

const calendars = new Map([["business-hours", makeDefaultCalendar("UTC")]]);

describe("the form of a calendar", () => {
	it("gives back what it was filled with", () => {
		const calendar = { ...makeDefaultCalendar("Europe/Berlin"), holidays: ["2026-05-01", "2026-12-25"] };
		expect(readCalendarValues(calendarValuesOf(calendar))).toEqual({ ok: true, value: calendar });
	});

	it("says which field is wrong", () => {
		const values = { ...newCalendarValues("UTC"), name: "Night" };
		const hours = values.hours.with(3, "all day");
		expect(readCalendarValues({ ...values, hours })).toMatchObject({ error: { path: "weekdays.3" } });
		expect(readCalendarValues({ ...values, name: " " })).toMatchObject({ error: { path: "name" } });
		expect(readCalendarValues({ ...values, hoursPerDay: "" })).toMatchObject({
			error: { path: "minutesPerDay" },
		});
	});

	it("takes holidays in any order, each once", () => {
		const values = {
			...newCalendarValues("UTC"),
			name: "Day",
			holidays: "2026-12-25\n2026-01-01, 2026-12-25",
		};
		expect(readCalendarValues(values)).toMatchObject({ value: { holidays: ["2026-01-01", "2026-12-25"] } });
	});
});

describe("the form that counts anew", () => {
	const [record] = makeDefaultDefinitions("UTC").policies;
	if (!record?.versions[0]) throw new Error("there is a policy");
	const [first] = record.versions;
	const versions = [first, { ...first, version: 2, effectiveFrom: 5_000, savedAt: 5_000 }];
	const off = { ...record, id: "off", versions: [{ ...first, isActive: false }] };

	it("offers what promises something now, by a page’s clock that is behind as well", () => {
		const countable = countableAt([{ ...record, versions }, off], 4_000);
		expect(countable.map(({ version }) => [version.name, version.version])).toEqual([[first.name, 2]]);
	});

	it("says which field is missing, one after the other", () => {
		const countable = countableAt([record, off], 4_000);
		const filled = { policyIds: [record.id, "off"], from: "2026-01-19T09:00", reason: " agreed " };
		expect(readRecalculation({ ...filled, policyIds: ["off"] }, countable)).toMatchObject({
			error: { path: "policies" },
		});
		expect(readRecalculation({ ...filled, from: "" }, countable)).toMatchObject({
			error: { path: "from" },
		});
		expect(readRecalculation({ ...filled, reason: " " }, countable)).toMatchObject({
			error: { path: "reason" },
		});
		expect(readRecalculation(filled, countable)).toEqual({
			ok: true,
			value: {
				policies: [{ id: record.id, version: 1 }],
				from: new Date(2026, 0, 19, 9).getTime(),
				reason: "agreed",
			},
		});
	});
});

describe("the form of a policy", () => {
	it("gives back every default, thresholds with actions too", () => {
		for (const record of makeDefaultDefinitions("UTC").policies) {
			const {
				version: _,
				effectiveFrom: _from,
				savedAt: _at,
				savedById: _by,
				...policy
			} = record.versions[0] ?? {
				version: 0,
			};
			const acting = {
				...policy,
				thresholds: [
					{ percent: 75, actions: [{ kind: "notify", to: "team" }, { kind: "raise" }] },
					{ percent: 100, actions: [{ kind: "reassign", teamId: "sn:team:7" }] },
				],
			} as unknown as Parameters<typeof policyValuesOf>[1];
			const values = policyValuesOf(record, acting);
			expect(readPolicyValues(values, calendars)).toEqual({ ok: true, value: acting });
		}
	});

	it("names a supplier for a UC, and sends none for what has none", () => {
		const targets = NEW_POLICY.targets.with(0, { amount: 4, unit: "hour", calendarId: null });
		const values = { ...NEW_POLICY, name: "Repair", targets };
		expect(readPolicyValues({ ...values, party: "uc" }, calendars)).toMatchObject({
			error: { code: "bad_supplier", path: "supplier" },
		});
		const named = { ...values, supplier: " Brightlift Ltd " };
		expect(readPolicyValues({ ...named, party: "uc" }, calendars)).toMatchObject({
			value: { supplier: "Brightlift Ltd" },
		});
		const ola = readPolicyValues({ ...named, party: "ola" }, calendars);
		expect(ola.ok && "supplier" in ola.value).toBe(false);
	});

	it("promises nothing where no time is given, and needs at least one", () => {
		const named = { ...NEW_POLICY, name: "Supplier" };
		expect(readPolicyValues(named, calendars)).toMatchObject({ error: { path: "targets" } });
		const targets = named.targets.with(1, { amount: "4", unit: "hour", calendarId: null });
		expect(readPolicyValues({ ...named, targets }, calendars)).toMatchObject({
			value: { targets: [{ priority: 2, amount: 4 }] },
		});
	});
});
