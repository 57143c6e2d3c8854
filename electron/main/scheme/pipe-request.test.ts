import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type DeskDoor, pipeToDesk } from "./pipe-request.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const agent = new Agent({ keepAlive: true });
const servers: Server[] = [];

afterEach(() => {
	for (const server of servers.splice(0)) {
		server.closeAllConnections();
		server.close();
	}
});

async function openDoor(handler: Handler): Promise<DeskDoor> {
	const server = createServer(handler).listen(0, "127.0.0.1");
	servers.push(server);
	await once(server, "listening");
	return { port: (server.address() as AddressInfo).port, token: "launch-token" };
}

async function readAll(request: IncomingMessage): Promise<string> {
	let text = "";
	for await (const chunk of request) text += String(chunk);
	return text;
}

describe("pipeToDesk", () => {
	it("carries method, path, query, body and the launch's token to the background", async () => {
		const door = await openDoor(async (request, response) => {
			const seen = {
				method: request.method,
				url: request.url,
				authorization: request.headers.authorization,
				body: await readAll(request),
			};
			response.writeHead(201, { "content-type": "application/json" }).end(JSON.stringify(seen));
		});
		const answer = await pipeToDesk(
			new Request("app://console/api/intents?x=1", { method: "POST", body: '{"a":1}' }),
			door,
			agent,
		);
		expect(answer.status).toBe(201);
		expect(await answer.json()).toEqual({
			method: "POST",
			url: "/api/intents?x=1",
			authorization: "Bearer launch-token",
			body: '{"a":1}',
		});
	});

	it("carries a part of 1 MB of any bytes, and a file back, as they are", async () => {
		const part = Uint8Array.from({ length: 1_048_576 }, (_, index) => (index * 31) % 256);
		const door = await openDoor(async (request, response) => {
			const chunks: Buffer[] = [];
			for await (const chunk of request) chunks.push(chunk as Buffer);
			response.writeHead(200, { "content-type": "image/png" }).end(Buffer.concat(chunks));
		});
		const address = "app://console/api/attachments/a/parts/0";
		const headers = { "content-type": "application/octet-stream" };
		const answer = await pipeToDesk(
			new Request(address, { method: "PUT", headers, body: part }),
			door,
			agent,
		);
		expect(Buffer.from(await answer.arrayBuffer()).equals(part)).toBe(true);
	});

	it("streams an answer that has not ended yet, and closes it when the page cancels", async () => {
		let closed: Promise<unknown> = Promise.resolve();
		const door = await openDoor((_, response) => {
			closed = once(response, "close");
			response.writeHead(200, { "content-type": "text/event-stream" });
			response.write("event: hello\n\n");
		});
		const answer = await pipeToDesk(new Request("app://console/api/feed"), door, agent);
		const reader = answer.body?.getReader();
		const first = await reader?.read();
		expect(new TextDecoder().decode(first?.value)).toBe("event: hello\n\n");
		await reader?.cancel();
		await closed;
	});

	it("breaks the page's stream when the background dies in the middle of an answer", async () => {
		const door = await openDoor((_, response) => {
			response.writeHead(200, { "content-length": "100" });
			response.write("half", () => response.destroy());
		});
		const answer = await pipeToDesk(new Request("app://console/api/changes"), door, agent);
		await expect(answer.text()).rejects.toThrow();
	});

	it("answers without a body where there is none", async () => {
		const door = await openDoor((_, response) => response.writeHead(204).end());
		const answer = await pipeToDesk(new Request("app://console/api/x", { method: "DELETE" }), door, agent);
		expect(answer.status).toBe(204);
		expect(answer.body).toBeNull();
	});

	it("says desk_unreachable while there is no background", async () => {
		const answer = await pipeToDesk(new Request("app://console/api/health"), null, agent);
		expect(answer.status).toBe(503);
		expect(await answer.json()).toMatchObject({ error: { code: "desk_unreachable" } });
	});

	it("says desk_unreachable when nothing listens, or when the connection breaks before the answer", async () => {
		const door = await openDoor((request) => request.socket.destroy());
		const broken = await pipeToDesk(
			new Request("app://console/api/intents", { method: "POST", body: "x" }),
			door,
			agent,
		);
		expect(broken.status).toBe(503);
		servers[0]?.close();
		const refused = await pipeToDesk(new Request("app://console/api/health"), door, new Agent());
		expect(await refused.json()).toMatchObject({ error: { code: "desk_unreachable" } });
	});
});
