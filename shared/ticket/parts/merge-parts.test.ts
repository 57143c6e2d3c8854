import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChange, pickFields } from "../apply.ts";
import { blankTicket } from "../blank.ts";
import { judgeChange } from "../judge.ts";
import { mergeIntent, mergeUndo } from "../merge.ts";
import type { Ticket } from "../ticket.ts";
import { planUndo } from "../undo.ts";
import { readTags, tagOf, writeTags } from "./tags.ts";

const ID = "0190a000-0000-7000-8000-000000000001";
const ticket: Ticket = { ...blankTicket(ID, "incident", "INC0000001"), $tags: "mail vpn" };

describe("tags", () => {
	it("are kept in one way, however they are typed", () => {
		expect([" #VPN ", "On  Site", "x_1.0"].map(tagOf)).toEqual(["vpn", "on-site", "x_1.0"]);
		expect(["", "-", "a,b", "a".repeat(41)].map(tagOf)).toEqual([null, null, null, null]);
		expect(writeTags(["vpn", "mail", "vpn"])).toBe("mail vpn");
		expect(writeTags([])).toBeNull();
	});

	it("that are not kept so are refused, and so is one too many", () => {
		const judged = (value: string) => judgeChange(ticket, { set: { $tags: value }, actor: "person" });
		expect(judged("a b")).toMatchObject({ ok: true });
		for (const value of ["b a", "a a", "A", " a", "a  b"])
			expect(judged(value)).toMatchObject({ ok: false, error: { code: "value_not_allowed", path: "$tags" } });
		const many = Array.from({ length: 21 }, (_, index) => `t${index}`);
		expect(judged(writeTags(many) ?? "")).toMatchObject({ ok: false });
		const approval: Ticket = { ...blankTicket(ID, "approval", "APR0000001") };
		expect(judgeChange(approval, { set: { $tags: "a" }, actor: "person" })).toMatchObject({
			ok: false,
			error: { code: "no_such_field" },
		});
	});

	const tags = fc
		.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 5 })
		.map((some) => writeTags(some));

	it("of two people both win: what either adds is there, what either takes off is not", () => {
		fc.assert(
			fc.property(tags, tags, tags, (seen, mine, theirs) => {
				const now: Ticket = { ...ticket, $tags: theirs };
				const merged = mergeIntent(now, { $tags: seen }, { $tags: mine });
				if (merged.kind !== "clean") throw new Error("tags are never a conflict");
				const after = new Set(readTags(merged.set.$tags === undefined ? theirs : merged.set.$tags));
				const [base, own, others] = [seen, mine, theirs].map((value) => new Set(readTags(value)));
				for (const tag of ["a", "b", "c", "d", "e"]) {
					const isTaken = base?.has(tag) && !(own?.has(tag) && others?.has(tag));
					expect(after.has(tag)).toBe(!isTaken && Boolean(own?.has(tag) || others?.has(tag)));
				}
			}),
		);
	});

	it("taken back leave what others have put on since", () => {
		fc.assert(
			fc.property(tags, tags, (mine, theirs) => {
				const before: Ticket = { ...ticket, $tags: "a b" };
				const { ticket: after } = applyChange(before, { $tags: mine }, 2_000);
				const now: Ticket = { ...after, $tags: writeTags([...readTags(mine), ...readTags(theirs)]) };
				const { set, left } = planUndo(now, {
					before: pickFields(before, ["$tags"]),
					after: pickFields(after, ["$tags"]),
				});
				expect(left).toEqual([]);
				const given = set.$tags === undefined ? now.$tags : set.$tags;
				expect(readTags(given)).toEqual(
					expect.arrayContaining(["a", "b"].filter((tag) => !readTags(mine).includes(tag))),
				);
				const onlyTheirs = readTags(theirs).filter((tag) => !readTags(mine).includes(tag));
				expect(readTags(given)).toEqual(expect.arrayContaining([...onlyTheirs]));
				// The desk comes to the same, from what the console sends it.
				const onDesk = mergeUndo(now, pickFields(now, ["$tags"]), set);
				expect(onDesk.$tags).toBe(set.$tags === now.$tags ? undefined : set.$tags);
			}),
		);
	});
});
