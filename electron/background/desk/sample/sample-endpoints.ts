import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer, type Server } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { Store } from "../../store/store.ts";
import { answerDns } from "./dns-answer.ts";
import { moveSampleChecks } from "./move-sample-checks.ts";
import { isOut, type OutagePlan, untilNextTurn } from "./outage-plan.ts";
import { type EndpointPorts, OUTAGES, SAMPLE_HOST } from "./sample-checks.ts";

export interface SampleEndpointsParts {
	readonly store: Store;
	readonly log: (message: string) => void;
}

const PORTS_KEY = "sampleEndpointPorts";
const SLOW_MS = 900;

/** Small servers on loopback for the sample's checks to look at; some fail now and then, by the clock. */
export class SampleEndpoints {
	readonly #parts: SampleEndpointsParts;
	readonly #closers: (() => Promise<void>)[] = [];
	#ports: Promise<EndpointPorts> | null = null;

	constructor(parts: SampleEndpointsParts) {
		this.#parts = parts;
	}

	/** Listens on the ports of the last run where they are free, else on others. */
	start(): Promise<EndpointPorts> {
		this.#ports ??= this.#listen();
		return this.#ports;
	}

	async dispose(): Promise<void> {
		await this.#ports?.catch(() => null); // whoever started it heard of the failure
		await Promise.all(this.#closers.map((close) => close()));
	}

	async #listen(): Promise<EndpointPorts> {
		const wanted = await this.#parts.store.readSetting<EndpointPorts>(PORTS_KEY);
		const http = createHttpServer(answerHttp);
		const ports: EndpointPorts = {
			http: await this.#listenOn(http, wanted?.http),
			mail: await this.#listenTcp(wanted?.mail, OUTAGES.mail),
			doors: await this.#listenTcp(wanted?.doors, null),
			dns: await this.#listenDns(wanted?.dns),
		};
		await this.#parts.store.writeSetting(PORTS_KEY, ports);
		if (wanted) await moveSampleChecks(this.#parts.store, wanted, ports);
		return ports;
	}

	async #listenOn(server: Server, wantedPort: number | undefined): Promise<number> {
		const port = await listen(server, wantedPort ?? 0);
		this.#closers.push(() => closeServer(server));
		return port;
	}

	/** A port that accepts and hangs up; during an outage nobody listens there. */
	async #listenTcp(wantedPort: number | undefined, plan: OutagePlan | null): Promise<number> {
		const server = createServer((socket) => socket.end());
		const port = await this.#listenOn(server, wantedPort);
		if (plan) this.#followPlan(server, port, plan);
		return port;
	}

	#followPlan(server: Server, port: number, plan: OutagePlan): void {
		let timer: NodeJS.Timeout | null = null;
		const turn = async (): Promise<void> => {
			const shouldListen = !isOut(plan, Date.now());
			if (shouldListen && !server.listening) await listen(server, port);
			else if (!shouldListen && server.listening) await closeServer(server);
			timer = setTimeout(takeTurn, untilNextTurn(plan, Date.now()) + 1).unref();
		};
		const takeTurn = (): void => {
			turn().catch((error: unknown) => this.#parts.log(`a sample endpoint failed: ${String(error)}`));
		};
		takeTurn();
		this.#closers.unshift(async () => {
			if (timer) clearTimeout(timer);
		});
	}

	async #listenDns(wantedPort: number | undefined): Promise<number> {
		const socket = await bindDns(wantedPort);
		socket.on("message", (query, from) => {
			if (isOut(OUTAGES.dns, Date.now())) return;
			const answer = answerDns(query);
			if (answer) socket.send(answer, from.port, from.address);
		});
		socket.on("error", (error) => this.#parts.log(`the sample's DNS failed: ${error.message}`));
		this.#closers.push(async () => {
			socket.close();
		});
		return socket.address().port;
	}
}

/** The wanted port, or a free one where somebody else has it by now. */
async function listen(server: Server, port: number): Promise<number> {
	try {
		server.listen(port, SAMPLE_HOST);
		await once(server, "listening");
	} catch (error) {
		if (port === 0) throw error;
		return listen(server, 0);
	}
	return (server.address() as AddressInfo).port;
}

function closeServer(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		if ("closeAllConnections" in server && typeof server.closeAllConnections === "function") {
			server.closeAllConnections();
		}
	});
}

async function bindDns(port = 0): Promise<Socket> {
	const socket = createSocket("udp4");
	try {
		socket.bind(port, SAMPLE_HOST);
		await once(socket, "listening");
		return socket;
	} catch (error) {
		socket.close();
		if (port === 0) throw error;
		return bindDns();
	}
}

function answerHttp(request: IncomingMessage, response: ServerResponse): void {
	void answer(request.url ?? "/", response);
}

async function answer(url: string, response: ServerResponse): Promise<void> {
	const now = Date.now();
	if (url === "/erp" && isOut(OUTAGES.erp, now)) await delay(SLOW_MS, null, { ref: false });
	const isDown = url === "/shop" && isOut(OUTAGES.shop, now);
	response.writeHead(isDown ? 503 : 200, {
		"content-type": "text/plain; charset=utf-8",
		connection: "close",
	});
	response.end(isDown ? "The shop’s database does not answer.\n" : `Brightwater ${url.slice(1)}: all well\n`);
}
