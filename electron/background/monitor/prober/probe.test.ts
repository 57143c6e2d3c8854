import { once } from "node:events";
import { mkdtemp, writeFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { type CheckTest, checkTestSchema } from "../../../../shared/api/checks.ts";
import { ProbeError } from "./failure.ts";
import { makeCertificate } from "./made-certificate.ts";
import { encodeName, startNameServer } from "./made-name-server.ts";
import { Names } from "./names.ts";
import { NetworkHealth } from "./network-health.ts";
import { probe } from "./probe.ts";

const DAY_MS = 86_400_000;
const closers: (() => void)[] = [];
afterEach(() => {
	for (const close of closers.splice(0)) close();
});

/** Serves on a free loopback port until the test ends; answers the port. */
async function listen(server: Server): Promise<number> {
	const sockets = new Set<Socket>();
	server.on("connection", (socket: Socket) => sockets.add(socket));
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	closers.push(() => {
		for (const socket of sockets) socket.destroy();
		server.close();
	});
	return (server.address() as AddressInfo).port;
}

const serve = (listener: RequestListener) => listen(createServer(listener));

/** Runs one probe as the prober does, with its time limit. */
async function run(
	test: { readonly target: unknown } & Partial<Omit<CheckTest, "target">>,
	names = new Names(),
) {
	const order = checkTestSchema.parse(test);
	const abort = new AbortController();
	const timer = setTimeout(() => abort.abort(new ProbeError("TIMEOUT", "timed out")), order.timeoutMs);
	const network = new NetworkHealth(() => true);
	const startedAt = performance.now();
	const result = await probe(order, { names, network, signal: abort.signal });
	clearTimeout(timer);
	return { ...result, tookMs: performance.now() - startedAt };
}

const http = (url: string, more: object = {}) => ({ target: { type: "http", url, ...more } });

describe("an HTTP check", () => {
	it("is up with its status and the times of its phases", async () => {
		const port = await serve((_request, response) => setTimeout(() => response.end("fine"), 30));
		const result = await run(http(`http://127.0.0.1:${port}/`));
		expect(result).toMatchObject({ state: "up", summary: "HTTP 200", statusCode: 200, errorCode: null });
		expect(result.phases).toMatchObject({ dnsMs: null, tlsMs: null });
		expect(result.phases.connectMs).toBeGreaterThan(0);
		expect(result.phases.firstByteMs).toBeGreaterThan(25);
		expect(result.phases.transferMs).not.toBeNull();
		expect(result.totalMs).toBeGreaterThanOrEqual(result.phases.firstByteMs ?? Infinity);
	});

	it("makes a new connection each time and says who asks", async () => {
		let connections = 0;
		let agent: string | undefined;
		const server = createServer((request, response) => {
			agent = request.headers["user-agent"];
			response.end();
		});
		server.on("connection", () => {
			connections += 1;
		});
		const port = await listen(server);
		await run(http(`http://127.0.0.1:${port}/`));
		await run(http(`http://127.0.0.1:${port}/`));
		expect(connections).toBe(2);
		expect(agent).toBe("Deskwatch-check");
	});

	it("is down with HTTP 503", async () => {
		const port = await serve((_request, response) => response.writeHead(503).end());
		const result = await run(http(`http://127.0.0.1:${port}/`));
		expect(result).toMatchObject({ state: "down", summary: "HTTP 503", statusCode: 503 });
	});

	it("is up with a status that is asked for", async () => {
		const port = await serve((_request, response) => response.writeHead(401).end());
		expect(await run(http(`http://127.0.0.1:${port}/`, { expectStatus: "200,401" }))).toMatchObject({
			state: "up",
		});
	});

	it("is degraded when it is slower than it may be", async () => {
		const port = await serve((_request, response) => setTimeout(() => response.end(), 120));
		const result = await run({ ...http(`http://127.0.0.1:${port}/`), degradedAboveMs: 50 });
		expect(result).toMatchObject({ state: "degraded", statusCode: 200, errorCode: "SLOW" });
	});

	it("is down when nobody listens", async () => {
		const server = createTcpServer();
		const port = await listen(server);
		server.close();
		await once(server, "close");
		expect(await run(http(`http://127.0.0.1:${port}/`))).toMatchObject({
			state: "down",
			summary: "connection refused",
			errorCode: "ECONNREFUSED",
		});
	});

	it("times out as a whole while it waits for an answer", async () => {
		const port = await serve(() => undefined);
		const result = await run({ ...http(`http://127.0.0.1:${port}/`), timeoutMs: 200 });
		expect(result).toMatchObject({
			state: "down",
			summary: "timed out after 0.2 s waiting for an answer",
			errorCode: "TIMEOUT",
		});
		expect(result.tookMs).toBeLessThan(400);
	});

	it("times out when the body hangs half-way", async () => {
		const port = await serve((_request, response) =>
			response.writeHead(200, { "content-length": 100 }).write("half"),
		);
		expect(await run({ ...http(`http://127.0.0.1:${port}/`), timeoutMs: 200 })).toMatchObject({
			state: "down",
			summary: "timed out after 0.2 s reading the answer",
		});
	});

	it("is down when the connection breaks in the body", async () => {
		const port = await serve((_request, response) => {
			response.writeHead(200, { "content-length": 100 }).write("half", () => response.destroy());
		});
		expect(await run(http(`http://127.0.0.1:${port}/`))).toMatchObject({
			state: "down",
			summary: "connection reset",
		});
	});

	it("reads no more than the first megabyte of a body without end", async () => {
		let sentBytes = 0;
		const port = await serve((_request, response) => {
			const block = Buffer.alloc(65_536, "x");
			const more = (): void => {
				while (!response.destroyed) {
					sentBytes += block.length;
					if (!response.write(block)) break;
				}
			};
			response.on("drain", more);
			more();
		});
		const result = await run(http(`http://127.0.0.1:${port}/`));
		expect(result).toMatchObject({ state: "up", statusCode: 200 });
		expect(sentBytes).toBeLessThan(32 * 1_048_576);
	});

	it("finds the text it wants, or says that it is missing", async () => {
		const port = await serve((_request, response) => response.end("all systems go"));
		const url = `http://127.0.0.1:${port}/`;
		expect(await run(http(url, { expectText: "systems go" }))).toMatchObject({ state: "up" });
		expect(await run(http(url, { expectText: "maintenance" }))).toMatchObject({
			state: "down",
			summary: "HTTP 200, but the expected text is missing",
		});
	});

	it("follows redirects to another host's name and path", async () => {
		const port = await serve((request, response) => {
			if (request.url === "/end") response.end("arrived");
			else response.writeHead(302, { location: `http://localhost:${port}/end` }).end();
		});
		const result = await run(http(`http://127.0.0.1:${port}/`, { expectText: "arrived" }));
		expect(result).toMatchObject({ state: "up" });
		expect(result.phases.dnsMs).not.toBeNull();
	});

	it("gives up a redirect loop, and never leaves http", async () => {
		const loop = await serve((_request, response) => response.writeHead(301, { location: "/" }).end());
		expect(await run(http(`http://127.0.0.1:${loop}/`))).toMatchObject({
			state: "down",
			summary: "more than 5 redirects",
		});
		const elsewhere = await serve((_request, response) => {
			response.writeHead(301, { location: "file:///etc/passwd" }).end();
		});
		expect(await run(http(`http://127.0.0.1:${elsewhere}/`))).toMatchObject({
			state: "down",
			errorCode: "BAD_REDIRECT",
		});
	});

	it("looks at the redirect itself where only redirects are accepted", async () => {
		const port = await serve((_request, response) => response.writeHead(301, { location: "/" }).end());
		expect(await run(http(`http://127.0.0.1:${port}/`, { expectStatus: "301" }))).toMatchObject({
			state: "up",
		});
	});

	it("is down when the answer is not HTTP", async () => {
		const port = await listen(createTcpServer((socket) => socket.end("SSH-2.0-OpenSSH_9.2\r\n")));
		expect(await run(http(`http://127.0.0.1:${port}/`))).toMatchObject({
			state: "down",
			summary: "the answer is not HTTP",
		});
	});

	it("is down when the server hangs up without a word", async () => {
		const port = await listen(createTcpServer((socket) => socket.once("data", () => socket.destroy())));
		expect(await run(http(`http://127.0.0.1:${port}/`))).toMatchObject({
			state: "down",
			summary: "connection reset",
		});
	});
});

describe("whatever comes back", () => {
	it("is a result and never an exception", async () => {
		const pieces = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 40 })), {
			maxLength: 6,
		});
		const ends = fc.constantFrom("end", "reset", "hang");
		await fc.assert(
			fc.asyncProperty(pieces, ends, fc.boolean(), async (parts, end, isTls) => {
				const server = createTcpServer((socket) => {
					socket.on("error", () => socket.destroy());
					socket.once("data", () => {
						for (const part of parts) socket.write(part, "latin1");
						if (end === "end") socket.end();
						if (end === "reset") socket.resetAndDestroy();
					});
				});
				const port = await listen(server);
				const result = await run({
					...http(`${isTls ? "https" : "http"}://127.0.0.1:${port}/`, { expectText: "x" }),
					timeoutMs: 100,
				});
				expect(result.summary).not.toBe("");
				expect(["up", "down"]).toContain(result.state);
			}),
			{ numRuns: 150 },
		);
	});
});

/** Bits of answers, sound and broken. */
const PIECES = [
	"HTTP/1.1 200 OK\r\n",
	"HTTP/1.1 302 Found\r\n",
	"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n",
	"HTTP/1.1 100 Continue\r\n\r\n",
	"Location: http://[::1\r\n",
	"Transfer-Encoding: chunked\r\n",
	"Content-Length: 5\r\n",
	"Content-Length: -1\r\n",
	"\r\n",
	"5\r\nxxxxx\r\n",
	"ffffffffff\r\n",
	"\x16\x03\x01\x00\x02\x01\x00",
	"\x15\x03\x03\x00\x02\x02\x28",
	"\x00\xff\x00",
] as const;

describe("an HTTPS check", () => {
	async function serveTls(validFrom: number, validTo: number): Promise<number> {
		const made = makeCertificate(new Date(validFrom), new Date(validTo));
		return listen(createTlsServer(made, (_request, response) => response.end("fine")));
	}

	it("is down when nobody vouches for the certificate, and says how long the handshake took", async () => {
		const port = await serveTls(Date.now() - DAY_MS, Date.now() + DAY_MS);
		const result = await run(http(`https://localhost:${port}/`));
		expect(result).toMatchObject({
			state: "down",
			summary: "certificate is self-signed",
			errorCode: "DEPTH_ZERO_SELF_SIGNED_CERT",
		});
		expect(result.phases.tlsMs).toBeGreaterThan(0);
	});

	it("is down when the server does not speak TLS", async () => {
		const port = await serve((_request, response) => response.end());
		expect(await run(http(`https://127.0.0.1:${port}/`))).toMatchObject({
			state: "down",
			summary: "the server does not speak TLS",
		});
	});

	it("times out in the handshake", async () => {
		const port = await listen(createTcpServer(() => undefined));
		expect(await run({ ...http(`https://127.0.0.1:${port}/`), timeoutMs: 200 })).toMatchObject({
			summary: "timed out after 0.2 s in the TLS handshake",
		});
	});
});

describe("a TCP check", () => {
	it("is up when the connection is accepted, by name too", async () => {
		const port = await listen(createTcpServer());
		for (const host of ["127.0.0.1", "localhost"]) {
			expect(await run({ target: { type: "tcp", host, port } })).toMatchObject({
				state: "up",
				summary: "connected",
			});
		}
	});

	it("finds names of the hosts file, tries each address, and hears of an edit", async () => {
		const port = await listen(createTcpServer());
		const path = join(await mkdtemp(join(tmpdir(), "deskwatch-hosts-")), "hosts");
		await writeFile(path, "# ours\n127.0.0.2 Printer.Office  # also here\n127.0.0.1\tprinter.office\n");
		const result = await run({ target: { type: "tcp", host: "printer.office", port } }, new Names(path));
		expect(result).toMatchObject({ state: "up" });
	});
});

describe("a DNS check", () => {
	const records = {
		"ok.test": { A: [Buffer.from([192, 0, 2, 7]), Buffer.from([192, 0, 2, 8])] },
		"mail.test": { MX: [Buffer.concat([Buffer.from([0, 10]), encodeName("mx.mail.test")])] },
		"text.test": { TXT: [Buffer.from([5, ...Buffer.from("hello")])] },
		"broken.test": "servfail",
		"silent.test": "silent",
	} as const;

	async function ask(name: string, more: object = {}, timeoutMs = 3_000) {
		const { address, socket } = await startNameServer(records);
		closers.push(() => socket.close());
		return run({ target: { type: "dns", name, server: address, ...more }, timeoutMs });
	}

	it("is up with the answers", async () => {
		expect(await ask("ok.test")).toMatchObject({ state: "up", summary: "A 192.0.2.7, 192.0.2.8" });
	});

	it("wants an answer to be among the answers", async () => {
		expect(await ask("ok.test", { expectAnswer: "192.0.2.8" })).toMatchObject({ state: "up" });
		expect(await ask("ok.test", { expectAnswer: "192.0.2.9" })).toMatchObject({
			state: "down",
			summary: "A 192.0.2.7, 192.0.2.8, expected 192.0.2.9",
		});
	});

	it("compares mail exchanges and texts as people write them", async () => {
		expect(await ask("mail.test", { recordType: "MX", expectAnswer: "MX.mail.test." })).toMatchObject({
			state: "up",
			summary: "MX 10 mx.mail.test",
		});
		expect(await ask("text.test", { recordType: "TXT", expectAnswer: "hello" })).toMatchObject({
			state: "up",
		});
	});

	it("is down when the name is not there, or has no such record", async () => {
		expect(await ask("gone.test")).toMatchObject({
			state: "down",
			summary: "name not found",
			errorCode: "ENOTFOUND",
		});
		expect(await ask("text.test")).toMatchObject({ state: "down", summary: "the name has no such record" });
	});

	it("is down when the server fails or says nothing", async () => {
		expect(await ask("broken.test")).toMatchObject({ state: "down", summary: "the name server failed" });
		const silent = await ask("silent.test", {}, 300);
		expect(silent).toMatchObject({ state: "down", summary: "timed out after 0.3 s waiting for an answer" });
		expect(silent.tookMs).toBeLessThan(600);
	});
});
