import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ApiApp } from "./api.ts";
import { sendError } from "./errors.ts";

/** Named by their content's hash, so that they never change under their name. */
const HASHED = /[\\/]assets[\\/]/;

/**
 * Serves the built console, `index.html` standing in for every page of it. Never for `/api`, and never
 * for a file that is missing: a script that is answered with a page hides what went wrong.
 */
export function serveConsole(app: ApiApp, rendererDir: string): void {
	const isBuilt = existsSync(join(rendererDir, "index.html"));
	if (isBuilt) {
		app.register(fastifyStatic, {
			root: rendererDir,
			cacheControl: false,
			setHeaders: (reply, path) => {
				reply.header("cache-control", HASHED.test(path) ? "public, max-age=31536000, immutable" : "no-cache");
			},
		});
	}
	app.setNotFoundHandler((request, reply) => {
		if (!isNavigation(request)) {
			return sendError(reply, 404, { code: "not_found", message: `There is nothing at ${request.url}.` });
		}
		return isBuilt ? reply.sendFile("index.html") : explainMissing(reply);
	});
}

function isNavigation(request: FastifyRequest): boolean {
	const path = request.url.split("?")[0] ?? "";
	const isPage = request.method === "GET" || request.method === "HEAD";
	return isPage && !/^\/api(\/|$)/.test(path) && !/\.\w+$/.test(path) && acceptsHtml(request);
}

function acceptsHtml(request: FastifyRequest): boolean {
	return (request.headers.accept ?? "").includes("text/html");
}

function explainMissing(reply: FastifyReply): FastifyReply {
	return reply
		.code(503)
		.type("text/plain; charset=utf-8")
		.send("The console is not built yet: run “npm run build”, then load this page again.\n");
}
