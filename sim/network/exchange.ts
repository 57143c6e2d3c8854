import type { DeskAnswer, DeskRequest } from "../desk/answers.ts";
import { fail } from "../desk/answers.ts";
import type { SimDesk } from "../desk/sim-desk.ts";
import type { Faults } from "../faults.ts";
import type { Life } from "../time/life.ts";
import type { Random } from "../time/random.ts";
import type { Scheduler } from "../time/scheduler.ts";
import type { Trace } from "../trace.ts";
import type { Link } from "./link.ts";

export interface NetworkParts {
	readonly scheduler: Scheduler;
	readonly random: Random;
	readonly faults: Faults;
	readonly trace: Trace;
	readonly desk: SimDesk;
}

/** The mark of an intent at which the desk fails, however often it is sent. */
export const POISON = "poison";

export interface Asked {
	readonly link: Link;
	readonly life: Life;
	readonly request: DeskRequest;
	readonly text: string;
	readonly onAnswer: (answer: Response) => void;
	readonly onLost: (reason: string) => void;
}

/** One request on its way there and back, with everything that may happen to it. */
export function exchange(parts: NetworkParts, asked: Asked): void {
	const { scheduler, faults, random } = parts;
	const { link, life } = asked;
	if (link.isDown) {
		// A cable that is out says so at once; a network that swallows says nothing until the time is over.
		if (random.chance(0.8)) scheduler.after(random.int(1, 50), life, () => asked.onLost("no network"));
		return;
	}
	const atDesk = latency(random);
	if (faults.strikes("requestLost", 0.08)) {
		scheduler.after(atDesk + 100, life, () => asked.onLost("lost on the way there"));
		return;
	}
	if (faults.strikes("requestLate", 0.05)) {
		scheduler.after(atDesk, life, () => asked.onLost("given up"));
		scheduler.after(random.int(200, 20_000), null, () => arrive(parts, asked, () => undefined));
		return;
	}
	if (faults.strikes("requestDoubled", 0.08))
		scheduler.after(atDesk + random.int(0, 3_000), null, () => arrive(parts, asked, () => undefined));
	scheduler.after(atDesk, null, () => arrive(parts, asked, (answer) => bringBack(parts, asked, answer)));
}

async function arrive(
	parts: NetworkParts,
	{ link, request, text }: Asked,
	onAnswered: (answer: DeskAnswer | null) => void,
): Promise<void> {
	const { desk, trace } = parts;
	const onTheWay = standInTheWay(parts, link, request, text);
	const answer = onTheWay ?? (await desk.handle(request));
	trace.note("desk", () => `${link.name} ${describeRequest(request, text)} → ${describeAnswer(answer)}`);
	onAnswered(answer);
}

/** Proxies, portals and overload answer in the desk's place. */
function standInTheWay(
	{ faults, random }: NetworkParts,
	link: Link,
	request: DeskRequest,
	text: string,
): DeskAnswer | null {
	if (text.length > link.bodyLimit) {
		faults.count("tooLarge");
		return fail(413, "too_large", "The body is too large.");
	}
	if (text.includes(POISON)) {
		faults.count("poison");
		return fail(500, "internal_error", "The desk failed at this request.");
	}
	if (request.path === "/api/session" || !faults.strikes("deskBusy", 0.06)) return null;
	return random.pick([
		fail(429, "too_many_requests", "Too many.", { "retry-after": String(random.int(1, 12)) }),
		fail(503, "desk_unreachable", "No desk behind the gateway."),
		fail(500, "internal_error", "The desk failed at this request."),
		{ status: 502, body: "<html>Bad gateway</html>" },
		{ status: 200, body: "<html>Accept our terms</html>" },
	]);
}

function bringBack(
	{ scheduler, faults, random }: NetworkParts,
	asked: Asked,
	answer: DeskAnswer | null,
): void {
	const { link, life, request } = asked;
	const ms = latency(random);
	if (answer === null) {
		scheduler.after(ms, life, () => asked.onLost("the desk went away"));
		return;
	}
	let text = JSON.stringify(answer.body);
	if (link.isDown || faults.strikes("answerLost", 0.08)) {
		if (random.chance(0.7)) scheduler.after(ms + 100, life, () => asked.onLost("lost on the way back"));
		return;
	}
	if (faults.strikes("answerTruncated", 0.04)) text = text.slice(0, random.int(0, text.length - 1));
	else if (request.path.startsWith("/api/changes")) text = maybeStale({ faults, link, request, text });
	const { status, headers = {} } = answer;
	scheduler.after(ms, life, () => asked.onAnswer(new Response(text, { status, headers })));
}

function maybeStale({
	faults,
	link,
	request,
	text,
}: Pick<NetworkParts, "faults"> & Pick<Asked, "link" | "request" | "text">): string {
	const earlier = link.seen.get(request.path);
	link.seen.set(request.path, text);
	return earlier !== undefined && earlier !== text && faults.strikes("answerStale", 0.1) ? earlier : text;
}

export function latency(random: Random): number {
	return random.chance(0.05) ? random.int(200, 3_000) : random.int(1, 30);
}

function describeRequest(request: DeskRequest, text: string): string {
	if (request.method === "GET") return `GET ${request.path}`;
	const ids = [...text.matchAll(/"id":"([^"]+)","ticketId":"([^"]+)"/g)].map((match) => match[1]);
	return `POST ${ids.join(",")}${/"fence":\d+/.exec(text)?.[0] ?? ""}`;
}

function describeAnswer(answer: DeskAnswer | null): string {
	if (answer === null) return "(ended)";
	const { results, next, changes, error } = (answer.body ?? {}) as Record<string, unknown>;
	if (Array.isArray(results)) {
		const said = results.map(
			(result) => `${result.id}:${result.status}${result.reason?.code ?? ""}@${result.seq ?? ""}`,
		);
		return said.join(" ");
	}
	if (Array.isArray(changes)) return `${changes.map(({ id }) => id).join(",")} next ${String(next)}`;
	return `${answer.status} ${JSON.stringify(error ?? "")}`;
}
