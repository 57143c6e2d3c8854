import { type Check, checkInputSchema } from "../../../../shared/api/checks.ts";
import type { OutagePlan } from "./outage-plan.ts";

/** Ports that the sample's endpoints listen on, on loopback. */
export interface EndpointPorts {
	readonly http: number;
	readonly mail: number;
	readonly doors: number;
	readonly dns: number;
}

export const SAMPLE_HOST = "127.0.0.1";
export const SAMPLE_DOMAIN = "intranet.brightwater.example";
export const SAMPLE_ADDRESS = "192.0.2.10";

const MINUTE_MS = 60_000;

/** What fails now and then, and for how long: long enough to be confirmed, short enough to be watched. */
export const OUTAGES = {
	shop: { everyMs: 7 * MINUTE_MS, lastsMs: 40_000, offsetMs: 0 },
	mail: { everyMs: 19 * MINUTE_MS, lastsMs: 45_000, offsetMs: 5 * MINUTE_MS },
	dns: { everyMs: 31 * MINUTE_MS, lastsMs: 40_000, offsetMs: 11 * MINUTE_MS },
	/** Slow rather than out. */
	erp: { everyMs: 11 * MINUTE_MS, lastsMs: 60_000, offsetMs: 3 * MINUTE_MS },
} as const satisfies Readonly<Record<string, OutagePlan>>;

/** The checks on the sample's endpoints, as a person would have entered them. */
export function makeSampleChecks(ports: EndpointPorts): readonly Check[] {
	const page = (path: string) => ({ type: "http", url: `http://${SAMPLE_HOST}:${ports.http}${path}` });
	const port = (number: number) => ({ type: "tcp", host: SAMPLE_HOST, port: number });
	return [
		makeCheck("shop", "Online shop: front page", page("/shop"), {
			serviceId: "ci-shop",
			ciId: "ci-shop-web",
		}),
		makeCheck("intranet", "Intranet: start page", page("/intranet"), {
			serviceId: "ci-intranet",
			ciId: "ci-intranet-web",
		}),
		makeCheck("erp", "ERP: order interface", page("/erp"), {
			serviceId: "ci-erp",
			ciId: "ci-erp-app",
			degradedAboveMs: 400,
		}),
		makeCheck("mail", "Mail relay: SMTP port", port(ports.mail), {
			serviceId: "ci-email",
			ciId: "ci-mail-relay",
		}),
		makeCheck("doors", "Badge doors: controller port", port(ports.doors), {
			serviceId: "ci-doors",
			ciId: "ci-door-controller",
			intervalMs: 15_000,
		}),
		makeCheck(
			"dns",
			"Company DNS: intranet name",
			{ type: "dns", name: SAMPLE_DOMAIN, recordType: "A", server: `${SAMPLE_HOST}:${ports.dns}` },
			{ serviceId: "ci-intranet", ciId: "ci-dns", intervalMs: 15_000 },
		),
	];
}

function makeCheck(key: string, name: string, target: object, details: object): Check {
	const input = checkInputSchema.parse({
		name,
		target,
		intervalMs: 10_000,
		timeoutMs: 3_000,
		retries: 2,
		retryIntervalMs: 3_000,
		...details,
	});
	return { ...input, id: `check-sample-${key}`, state: "unknown", stateSince: null, revision: 1 };
}
