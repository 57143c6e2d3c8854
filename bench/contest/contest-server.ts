import type { AddressInfo } from "node:net";
import fastifyStatic from "@fastify/static";
import fastify, { type FastifyInstance } from "fastify";
import type { Ticket } from "../../shared/ticket/ticket.ts";
import { CONTEST_DIR } from "./build-contest.ts";

/** Serves the built bare page, and the same tickets to every contestant. */
export class ContestServer {
	readonly #app: FastifyInstance;
	/** How many files the tickets are in. */
	readonly pages: number;

	private constructor(app: FastifyInstance, pages: number) {
		this.#app = app;
		this.pages = pages;
	}

	static async start(tickets: readonly (readonly Ticket[])[]): Promise<ContestServer> {
		const files = tickets.map((page) => JSON.stringify(page));
		const app = fastify();
		await app.register(fastifyStatic, { root: CONTEST_DIR });
		app.get<{ Params: { page: string } }>("/tickets/:page.json", (request, reply) =>
			reply.type("application/json").send(files[Number(request.params.page)]),
		);
		await app.listen({ host: "127.0.0.1", port: 0 });
		return new ContestServer(app, files.length);
	}

	get url(): string {
		return `http://127.0.0.1:${(this.#app.server.address() as AddressInfo).port}`;
	}

	async stop(): Promise<void> {
		await this.#app.close();
	}
}
