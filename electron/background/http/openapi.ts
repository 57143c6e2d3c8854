import type { RouteOptions } from "fastify";
import { z } from "zod";
import { apiErrorSchema } from "../../../shared/api/common.ts";

type JsonObject = Record<string, unknown>;

/** What a route says about itself, in zod. */
interface RouteSchemas {
	readonly params?: z.ZodType;
	readonly querystring?: z.ZodType;
	readonly body?: z.ZodType;
	readonly response?: Readonly<Record<string, z.ZodType>>;
}

/** Gathers the routes as they are added; the document is made once, when it is first asked for. */
export class OpenApi {
	readonly #routes: RouteOptions[] = [];
	readonly #version: string;
	#document: string | null = null;

	constructor(version: string) {
		this.#version = version;
	}

	add(route: RouteOptions): void {
		if (route.url.startsWith("/api")) this.#routes.push(route);
	}

	/** The document as JSON text: OpenAPI 3.1. */
	document(): string {
		this.#document ??= JSON.stringify(this.#describe());
		return this.#document;
	}

	#describe(): JsonObject {
		const paths: Record<string, JsonObject> = {};
		for (const route of this.#routes) {
			const path = route.url.replace(/:(\w+)/g, "{$1}");
			const methods = (Array.isArray(route.method) ? route.method : [route.method]).filter(
				(method) => method !== "HEAD",
			);
			for (const method of methods) {
				paths[path] = { ...paths[path], [method.toLowerCase()]: describeOperation(route) };
			}
		}
		return {
			openapi: "3.1.0",
			info: { title: "Deskwatch desk", version: this.#version },
			paths,
			components: { schemas: { Error: toJsonSchema(apiErrorSchema, "output") } },
		};
	}
}

function describeOperation(route: RouteOptions): JsonObject {
	const schemas = (route.schema ?? {}) as RouteSchemas;
	return {
		...(route.config?.summary ? { summary: route.config.summary } : {}),
		"x-needs": route.config?.needs ?? "desk.read",
		parameters: [
			...describeParameters(schemas.params, "path"),
			...describeParameters(schemas.querystring, "query"),
		],
		...(schemas.body
			? { requestBody: { required: true, content: jsonContent(toJsonSchema(schemas.body, "input")) } }
			: {}),
		responses: describeResponses(schemas.response ?? {}),
	};
}

function describeParameters(schema: z.ZodType | undefined, where: "path" | "query"): readonly JsonObject[] {
	if (!schema) return [];
	const described = toJsonSchema(schema, "input");
	const required = new Set(Array.isArray(described.required) ? described.required : []);
	return Object.entries((described.properties ?? {}) as JsonObject).map(([name, property]) => ({
		name,
		in: where,
		required: where === "path" || required.has(name),
		schema: property,
	}));
}

function describeResponses(responses: Readonly<Record<string, z.ZodType>>): JsonObject {
	const described = Object.entries(responses).map(([status, schema]) => [
		status,
		{ description: "The answer.", content: jsonContent(toJsonSchema(schema, "output")) },
	]);
	const error = { $ref: "#/components/schemas/Error" };
	return {
		...Object.fromEntries(described),
		default: { description: "Why it was refused.", content: jsonContent(error) },
	};
}

function jsonContent(schema: unknown): JsonObject {
	return { "application/json": { schema } };
}

function toJsonSchema(schema: z.ZodType, io: "input" | "output"): JsonObject {
	const { $schema: _, ...described } = z.toJSONSchema(schema, {
		io,
		unrepresentable: "any",
		reused: "inline",
	});
	return described;
}
