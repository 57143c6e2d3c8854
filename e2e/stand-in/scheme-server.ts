/**
 * Serves what a handler of `app://` answers to a real Chromium, over loopback: `http://127.0.0.1:port`
 * stands for `app://console`. It keeps what is special about Electron's handlers: the Request carries no
 * signal; a body is streamed; and the page's cancel reaches the handler only as a cancel of a body that
 * was begun.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";

export type SchemeHandler = (request: Request) => Response | Promise<Response>;

const CONSOLE = "app://console";
/** Set by the network on its way, or about it: a custom scheme has none. */
const NETWORK_HEADERS = /^(host|connection|transfer-encoding|referer|sec-fetch-.*)$/;

export class SchemeServer {
	readonly #server: Server;
	readonly #handler: () => SchemeHandler;
	readonly #listening: Promise<void>;

	constructor(handler: () => SchemeHandler) {
		this.#handler = handler;
		this.#server = createServer((request, response) => void this.#serve(request, response));
		this.#listening = new Promise((resolve) => {
			this.#server.listen(0, "127.0.0.1", resolve);
		});
	}

	async origin(): Promise<string> {
		await this.#listening;
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	async #serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
		try {
			const answer = await this.#handler()(await this.#toRequest(incoming));
			outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
			if (answer.body) await pump(answer.body, outgoing);
			else outgoing.end();
		} catch (error) {
			console.error(`stand-in: ${incoming.url}: ${String(error)}`);
			outgoing.destroy();
		}
	}

	async #toRequest(incoming: IncomingMessage): Promise<Request> {
		const own = await this.origin();
		const headers = new Headers();
		for (const [name, value] of Object.entries(incoming.headers)) {
			if (value === undefined || NETWORK_HEADERS.test(name)) continue;
			headers.set(name, name === "origin" && value === own ? CONSOLE : String(value));
		}
		const method = incoming.method ?? "GET";
		const hasBody = method !== "GET" && method !== "HEAD";
		return new Request(`${CONSOLE}${incoming.url}`, {
			method,
			headers,
			...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: "half" }),
		});
	}
}

async function pump(body: ReadableStream<Uint8Array>, outgoing: ServerResponse): Promise<void> {
	outgoing.flushHeaders();
	const reader = body.getReader();
	const gone = new Promise<void>((resolve) => {
		outgoing.once("close", resolve);
		if (outgoing.destroyed) resolve();
	});
	void gone.then(() => reader.cancel().catch(() => undefined));
	for (;;) {
		const { done, value } = await reader.read();
		if (done || outgoing.destroyed) break;
		if (!outgoing.write(value))
			await Promise.race([new Promise((drained) => outgoing.once("drain", drained)), gone]);
	}
	outgoing.end();
}
