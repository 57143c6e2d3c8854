import { createServer, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import fastifyCookie from "@fastify/cookie";
import fastifyRateLimit from "@fastify/rate-limit";
import Fastify from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { z } from "zod";
import { describeIssue } from "../../../shared/api/describe-issue.ts";
import { can } from "../../../shared/permission/permission.ts";
import type { ApiApp, ApiContext, RegisterRoutes } from "./api.ts";
import { makeErrorHandler } from "./errors.ts";
import { ApiFailure } from "./failure.ts";
import { makeGuard } from "./guard.ts";
import { OpenApi } from "./openapi.ts";
import { takeParts } from "./parts.ts";
import { securityHeaders } from "./security-headers.ts";
import { serveConsole } from "./static-files.ts";

/** A certificate and its key, PEM. */
export interface TlsFiles {
	readonly cert: string | Buffer;
	readonly key: string | Buffer;
}

export interface ServerOptions {
	readonly context: ApiContext;
	readonly host: string;
	readonly tls: TlsFiles | null;
	/** Origins besides our own that may change things: the app's pages. */
	readonly trustedOrigins: readonly string[];
	/** The built console. */
	readonly rendererDir: string;
	readonly routes: readonly RegisterRoutes[];
	readonly log: (message: string) => void;
}

/** What a request's body may be unless its route says otherwise. */
const BODY_LIMIT_BYTES = 262_144;
/** A request must have arrived by then; feeds are answers, not requests. */
const REQUEST_TIMEOUT_MS = 30_000;
/** Longer than consoles pause between requests, so that they rarely connect anew. */
const KEEP_ALIVE_MS = 72_000;

const CLOSE_IDLE_EVERY_MS = 50;

/** The desk's HTTP side: the API, and the console's files. */
export async function buildServer(options: ServerOptions): Promise<ApiApp> {
	const { context, tls, log } = options;
	const app: ApiApp = Fastify({
		bodyLimit: BODY_LIMIT_BYTES,
		forceCloseConnections: "idle",
		serverFactory: (handler) => makeServer(handler, tls),
	}).withTypeProvider<ZodTypeProvider>();

	// What a foreign page's form can send is not taken.
	app.removeContentTypeParser("text/plain");
	takeParts(app);
	app.setValidatorCompiler(({ schema }) => validateBy(schema as z.ZodType));
	// What handlers answer is typed by the same schemas; running those over every answer would only cost time.
	app.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
	app.setErrorHandler(
		makeErrorHandler((error, request) => {
			const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
			log(`${request.method} ${request.url} failed: ${reason}`);
		}),
	);
	await app.register(fastifyCookie);
	await app.register(fastifyRateLimit, { global: false, errorResponseBuilder: tooMany });

	const openApi = new OpenApi(context.version);
	app.addHook("onRoute", (route) => openApi.add(route));
	addGuards(app, options);
	closeAsTheyEnd(app);
	for (const register of options.routes) register(app, context);
	app.get(
		"/api/openapi.json",
		{ config: { needs: "nothing", summary: "This description." } },
		(_request, reply) => reply.type("application/json; charset=utf-8").send(openApi.document()),
	);
	serveConsole(app, options.rendererDir);
	return app;
}

function makeServer(handler: Parameters<typeof createServer>[1], tls: TlsFiles | null): Server {
	const limits = {
		requestTimeout: REQUEST_TIMEOUT_MS,
		headersTimeout: REQUEST_TIMEOUT_MS,
		keepAliveTimeout: KEEP_ALIVE_MS,
	};
	if (!tls) return createServer(limits, handler);
	return createTlsServer({ ...limits, cert: tls.cert, key: tls.key }, handler);
}

/**
 * A streamed answer ends a moment after its last byte has arrived: a desk that is stopped in that moment
 * would wait for the connection as long as one may be idle.
 */
function closeAsTheyEnd(app: ApiApp): void {
	app.addHook("preClose", (done) => {
		const timer = setInterval(() => app.server.closeIdleConnections(), CLOSE_IDLE_EVERY_MS);
		app.server.once("close", () => clearInterval(timer));
		done();
	});
}

function validateBy(schema: z.ZodType) {
	return (data: unknown): { value: unknown } | { error: ApiFailure } => {
		const parsed = schema.safeParse(data ?? {});
		if (parsed.success) return { value: parsed.data };
		const issue = parsed.error.issues[0];
		const refusal = issue ? describeIssue(issue) : { code: "invalid_request", message: "invalid" };
		return { error: new ApiFailure(400, refusal.code, refusal.message, refusal.path) };
	};
}

function tooMany(_request: unknown, limit: { readonly after: string }): ApiFailure {
	return new ApiFailure(429, "too_many_requests", `Too many attempts: try again in ${limit.after}.`);
}

function addGuards(app: ApiApp, options: ServerOptions): void {
	const { access } = options.context;
	const isTls = options.tls !== null;
	const headers = securityHeaders(isTls);
	const guard = makeGuard({ host: options.host, isTls, trustedOrigins: options.trustedOrigins });
	app.decorateRequest("identity", null);
	app.addHook("onRequest", async (request, reply) => {
		reply.headers(headers);
		guard(request);
		if (!request.url.startsWith("/api")) return;
		reply.header("cache-control", "no-store");
		if (request.is404) return;
		request.identity = await access.identify(request);
		const needs = request.routeOptions.config.needs ?? "desk.read";
		if (needs === "nothing") return;
		if (!request.identity) throw new ApiFailure(401, "sign_in_needed", "Sign in first.");
		if (needs === "person" && request.identity.kind !== "device") return;
		if (request.identity.kind === "newcomer")
			throw new ApiFailure(403, "password_change_needed", "Choose a password of your own first.");
		if (needs === "person" || !can(request.identity.roles, needs))
			throw new ApiFailure(403, "forbidden", "Your roles don’t allow this.");
	});
}
