import { type IncomingMessage, type OutgoingHttpHeaders, request } from "node:http";
import type { Socket } from "node:net";
import type { CheckTarget } from "../../../../shared/api/checks.ts";
import { matchesStatus, wantsRedirectItself } from "../../../../shared/check/target.ts";
import { openSocket, type ProbeTools, secure } from "./connect.ts";
import { ProbeError } from "./failure.ts";
import type { Finding } from "./finding.ts";

type HttpTarget = Extract<CheckTarget, { readonly type: "http" }>;

const MAX_REDIRECTS = 5;
const MAX_BODY_BYTES = 1_048_576;
const REDIRECT_CODES = new Set([301, 302, 303, 307, 308]);

interface Exchange {
	readonly url: URL;
	readonly method: HttpTarget["method"];
	readonly wantsBody: boolean;
}

interface Answer {
	readonly statusCode: number;
	readonly location: string | null;
	/** Empty where the body was not asked for. */
	readonly text: string;
}

/** Asks a URL over a new connection, follows up to five redirects, reads at most the first megabyte. */
export async function probeHttp(target: HttpTarget, tools: ProbeTools): Promise<Finding> {
	const followsRedirects = !wantsRedirectItself(target.expectStatus);
	let exchange: Exchange = {
		url: new URL(target.url),
		method: target.method,
		wantsBody: target.expectText !== null,
	};
	for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
		const answer = await ask(exchange, tools);
		const next = followsRedirects ? redirectOf(exchange, answer) : null;
		if (!next) return judge(target, answer);
		exchange = next;
	}
	throw new ProbeError("TOO_MANY_REDIRECTS", `more than ${MAX_REDIRECTS} redirects`);
}

function judge(target: HttpTarget, answer: Answer): Finding {
	const { statusCode } = answer;
	const summary = `HTTP ${statusCode}`;
	if (!matchesStatus(target.expectStatus, statusCode)) {
		return { isUp: false, summary, statusCode, errorCode: "UNEXPECTED_STATUS" };
	}
	if (target.expectText !== null && !answer.text.includes(target.expectText)) {
		const missing = `${summary}, but the expected text is missing`;
		return { isUp: false, summary: missing, statusCode, errorCode: "TEXT_MISSING" };
	}
	return { isUp: true, summary, statusCode, errorCode: null };
}

function redirectOf(exchange: Exchange, answer: Answer): Exchange | null {
	if (!REDIRECT_CODES.has(answer.statusCode) || answer.location === null) return null;
	const url = URL.parse(answer.location, exchange.url.href);
	if (!url) throw new ProbeError("BAD_REDIRECT", "redirected to something that is not a URL");
	if (url.protocol !== "http:" && url.protocol !== "https:") {
		throw new ProbeError("BAD_REDIRECT", `redirected to ${url.protocol} which is not http or https`);
	}
	const keepsMethod = exchange.method !== "POST" || answer.statusCode >= 307;
	return { ...exchange, url, method: keepsMethod ? exchange.method : "GET" };
}

async function ask(exchange: Exchange, tools: ProbeTools): Promise<Answer> {
	const { url } = exchange;
	const isTls = url.protocol === "https:";
	const plain = await openSocket(url.hostname, Number(url.port || (isTls ? 443 : 80)), tools);
	try {
		const socket = isTls ? await secure(plain, url.hostname, tools) : plain;
		const response = await tools.stopwatch.time("firstByteMs", () => send(exchange, socket, tools.signal));
		const text = await tools.stopwatch.time("transferMs", () => readBody(response, exchange.wantsBody));
		const { statusCode = 0, headers } = response;
		return { statusCode, location: headers.location ?? null, text };
	} finally {
		plain.destroy();
	}
}

function send(exchange: Exchange, socket: Socket, signal: AbortSignal): Promise<IncomingMessage> {
	return new Promise((resolve, reject) => {
		const outgoing = request({
			method: exchange.method,
			path: `${exchange.url.pathname}${exchange.url.search}`,
			headers: headersFor(exchange),
			createConnection: () => socket,
		});
		outgoing.once("response", resolve);
		// The reason of the abort says more than the hang-up that it causes.
		outgoing.on("error", (error) => reject(signal.aborted ? signal.reason : error));
		outgoing.once("upgrade", () => reject(new ProbeError("UNEXPECTED_STATUS", "HTTP 101")));
		outgoing.once("close", () => reject(new ProbeError("ECONNRESET", "connection closed without an answer")));
		outgoing.end();
	});
}

function headersFor({ url, method }: Exchange): OutgoingHttpHeaders {
	const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
	return {
		host: url.host,
		"user-agent": "Deskwatch-check",
		accept: "*/*",
		"accept-encoding": "identity",
		connection: "close",
		...(method === "POST" ? { "content-length": 0 } : {}),
		...(url.username ? { authorization: `Basic ${Buffer.from(credentials).toString("base64")}` } : {}),
	};
}

/** Reads to the end, or to the limit: a hang in mid-body must be seen, an endless body must end. */
function readBody(response: IncomingMessage, wantsBody: boolean): Promise<string> {
	const chunks: Buffer[] = [];
	let sizeBytes = 0;
	return new Promise((resolve, reject) => {
		const finish = () => resolve(Buffer.concat(chunks).subarray(0, MAX_BODY_BYTES).toString("utf8"));
		response.on("data", (chunk: Buffer) => {
			sizeBytes += chunk.length;
			if (wantsBody) chunks.push(chunk);
			if (sizeBytes >= MAX_BODY_BYTES) finish();
		});
		response.once("end", finish);
		response.once("error", reject);
		response.once("close", () => reject(new ProbeError("ECONNRESET", "connection closed in mid-answer")));
	});
}
