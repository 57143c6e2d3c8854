import { Resolver } from "node:dns/promises";
import { isIPv6 } from "node:net";
import type { CheckTarget } from "../../../../shared/api/checks.ts";
import type { ProbeTools } from "./connect.ts";
import type { Finding } from "./finding.ts";

type DnsTarget = Extract<CheckTarget, { readonly type: "dns" }>;

/** A question is asked again after this long without an answer; the check's own timeout ends it. */
const ASK_AGAIN_MS = 1_000;
const TRIES = 8;
const ANSWERS_SHOWN = 3;

/** Asks a name server, the system's own or a named one, and looks at the answers. */
export async function probeDns(target: DnsTarget, tools: ProbeTools): Promise<Finding> {
	const resolver = new Resolver({ timeout: ASK_AGAIN_MS, tries: TRIES });
	if (target.server !== null) resolver.setServers([await findServer(target.server, tools)]);
	tools.signal.throwIfAborted();
	const cancel = () => resolver.cancel();
	tools.signal.addEventListener("abort", cancel, { once: true });
	try {
		const answers = await tools.stopwatch.time("firstByteMs", () => ask(resolver, target));
		return judge(target, answers);
	} finally {
		tools.signal.removeEventListener("abort", cancel);
	}
}

async function findServer(server: string, { names, stopwatch, signal }: ProbeTools): Promise<string> {
	const { host, port } = splitServer(server);
	const [address] = await stopwatch.time("dnsMs", () => names.find(host, signal));
	if (!address) throw new Error("the name server has no address");
	return isIPv6(address) ? `[${address}]:${port}` : `${address}:${port}`;
}

/** `host`, `host:port`, `[v6]:port` or a bare IPv6 address. */
export function splitServer(server: string): { readonly host: string; readonly port: number } {
	if (isIPv6(server)) return { host: server, port: 53 };
	const match = /^(.*?)(?::(\d+))?$/.exec(server);
	return { host: (match?.[1] ?? server).replace(/^\[|\]$/g, ""), port: Number(match?.[2] ?? 53) };
}

async function ask(resolver: Resolver, { name, recordType }: DnsTarget): Promise<readonly string[]> {
	switch (recordType) {
		case "A":
			return resolver.resolve4(name);
		case "AAAA":
			return resolver.resolve6(name);
		case "CNAME":
			return resolver.resolveCname(name);
		case "NS":
			return resolver.resolveNs(name);
		case "MX":
			return (await resolver.resolveMx(name)).map(({ priority, exchange }) => `${priority} ${exchange}`);
		case "TXT":
			return (await resolver.resolveTxt(name)).map((parts) => parts.join(""));
	}
}

function judge({ recordType, expectAnswer }: DnsTarget, answers: readonly string[]): Finding {
	const shown = answers.slice(0, ANSWERS_SHOWN).join(", ").slice(0, 200);
	const rest = answers.length > ANSWERS_SHOWN ? ` and ${answers.length - ANSWERS_SHOWN} more` : "";
	const found = `${recordType} ${shown}${rest}`;
	if (expectAnswer === null || answers.some((answer) => isAnswer(answer, expectAnswer))) {
		return { isUp: true, summary: found, statusCode: null, errorCode: null };
	}
	const summary = `${found}, expected ${expectAnswer}`;
	return { isUp: false, summary, statusCode: null, errorCode: "UNEXPECTED_ANSWER" };
}

/** Names compare without case and final dot; a mail exchange also without its priority. */
function isAnswer(answer: string, expected: string): boolean {
	const plain = (text: string) => text.trim().toLowerCase().replace(/\.$/, "");
	return plain(answer) === plain(expected) || plain(answer.replace(/^\d+ /, "")) === plain(expected);
}
