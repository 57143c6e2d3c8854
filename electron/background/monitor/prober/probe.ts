import type { CheckResult, CheckTarget } from "../../../../shared/api/checks.ts";
import { assertNever } from "../../../../shared/result.ts";
import type { ProbeOrder } from "../prober-messages.ts";
import type { ProbeTools } from "./connect.ts";
import { describeFailure, type ProbeFailure } from "./failure.ts";
import type { Finding } from "./finding.ts";
import type { Names } from "./names.ts";
import type { NetworkHealth } from "./network-health.ts";
import { probeDns, splitServer } from "./probe-dns.ts";
import { probeHttp } from "./probe-http.ts";
import { probeTcp } from "./probe-tcp.ts";
import { Stopwatch } from "./stopwatch.ts";

export interface ProbeSurroundings {
	readonly names: Names;
	readonly network: NetworkHealth;
	/** Its time is up. */
	readonly signal: AbortSignal;
}

/** Failures of this machine, which say nothing about the endpoint. */
const OWN_CODES = new Set(["EMFILE", "ENFILE", "ENOBUFS", "ENOMEM", "EACCES", "EPERM"]);

/** Runs a check once; never throws. */
export async function probe(order: ProbeOrder, surroundings: ProbeSurroundings): Promise<CheckResult> {
	const at = Date.now();
	const stopwatch = new Stopwatch();
	const host = hostOf(order.target);
	try {
		const looking = look(order.target, { ...surroundings, stopwatch });
		const finding = await Promise.race([looking, whenAborted(surroundings.signal)]);
		surroundings.network.noteReached(host, performance.now());
		return { at, ...judge(finding, order, stopwatch.totalMs), phases: stopwatch.phases };
	} catch (error) {
		const isLate = surroundings.signal.aborted;
		const failure = isLate ? describeTimeout(order, stopwatch) : describeFailure(error);
		const state = isUnknowable(host, failure, surroundings.network) ? "unknown" : "down";
		const totalMs = stopwatch.totalMs;
		return { at, state, ...failure, statusCode: null, totalMs, phases: stopwatch.phases };
	}
}

/** The host that bounds how many probes run at once. */
export function hostOf(target: CheckTarget): string {
	switch (target.type) {
		case "http":
			return URL.parse(target.url)?.hostname ?? target.url;
		case "tcp":
			return target.host.toLowerCase();
		case "dns":
			return target.server === null ? "name servers" : splitServer(target.server).host;
		default:
			return assertNever(target);
	}
}

async function look(target: CheckTarget, tools: ProbeTools): Promise<Finding> {
	switch (target.type) {
		case "http":
			return probeHttp(target, tools);
		case "tcp":
			return probeTcp(target, tools);
		case "dns":
			return probeDns(target, tools);
		default:
			return assertNever(target);
	}
}

/** The time limit holds also where something forgets to end. */
function whenAborted(signal: AbortSignal): Promise<never> {
	return new Promise((_resolve, reject) => {
		if (signal.aborted) reject(signal.reason);
		else signal.addEventListener("abort", () => reject(signal.reason), { once: true });
	});
}

function judge(finding: Finding, { degradedAboveMs }: ProbeOrder, totalMs: number) {
	const { summary, statusCode, errorCode } = finding;
	if (!finding.isUp) return { state: "down" as const, summary, statusCode, errorCode, totalMs };
	if (degradedAboveMs === null || totalMs <= degradedAboveMs) {
		return { state: "up" as const, summary, statusCode, errorCode, totalMs };
	}
	const slow = `${summary}, slow: ${Math.round(totalMs)} ms, more than ${degradedAboveMs} ms`;
	return { state: "degraded" as const, summary: slow, statusCode, errorCode: "SLOW", totalMs };
}

function describeTimeout({ timeoutMs }: ProbeOrder, stopwatch: Stopwatch): ProbeFailure {
	const summary = `timed out after ${timeoutMs / 1_000} s ${stopwatch.doing}`.trimEnd();
	return { summary, errorCode: stopwatch.current === "dnsMs" ? "NAME_TIMEOUT" : "TIMEOUT" };
}

function isUnknowable(host: string, failure: ProbeFailure, network: NetworkHealth): boolean {
	if (OWN_CODES.has(failure.errorCode)) return true;
	if (network.isOurs(host, failure, performance.now())) return true;
	// A refusal or a broken handshake is an answer: the way there works.
	if (REACHED_CODES.test(failure.errorCode)) network.noteReached(host, performance.now());
	return false;
}

const REACHED_CODES = /^(ECONNREFUSED|ECONNRESET|ERR_(SSL|TLS)_|HPE_|CERT_|DEPTH_|UNABLE_)/;
