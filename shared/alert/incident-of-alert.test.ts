import { describe, expect, it } from "vitest";
import type { Check } from "../api/checks.ts";
import type { Ci } from "../api/directory.ts";
import { serviceHitBy } from "./incident-of-alert.ts";

const ci = (id: string, more: Partial<Ci> = {}): Ci => ({
	id,
	name: id,
	class: "service",
	ownerTeamId: null,
	criticality: 3,
	dependsOnIds: [],
	...more,
});
const check = (more: Partial<Check>) => ({ serviceId: null, ciId: null, ...more }) as Check;

describe("serviceHitBy", () => {
	const cis = [
		ci("web", { class: "server" }),
		ci("mail", { dependsOnIds: ["web"], criticality: 2 }),
		ci("shop", { dependsOnIds: ["web"], criticality: 1 }),
		ci("other"),
	];

	it("is the service that the check names, whatever depends on its CI", () => {
		expect(serviceHitBy(check({ serviceId: "other", ciId: "web" }), cis)?.id).toBe("other");
	});

	it("is the most critical service that needs the CI directly", () => {
		expect(serviceHitBy(check({ ciId: "web" }), cis)?.id).toBe("shop");
	});

	it("is the CI itself where that is a service, and none where nothing needs it", () => {
		expect(serviceHitBy(check({ ciId: "other" }), cis)?.id).toBe("other");
		expect(serviceHitBy(check({ ciId: "lone" }), cis)).toBeNull();
		expect(serviceHitBy(check({}), cis)).toBeNull();
	});
});
