import type { FastifyRequest } from "fastify";
import { z } from "zod";
import {
	ATTACHMENT_LIMITS,
	attachmentInputSchema,
	uploadStandingSchema,
} from "../../../../shared/api/attachments.ts";
import { uuidSchema } from "../../../../shared/api/common.ts";
import type { Result } from "../../../../shared/result.ts";
import type { RegisterRoutes } from "../api.ts";
import { contentHeaders } from "../content-headers.ts";
import { ApiFailure, type FailureStatus, failWith, notFound } from "../failure.ts";
import { partOf } from "../parts.ts";
import { rangeHeaders, readRange } from "../range.ts";
import { viewerAsking } from "../viewer-asking.ts";

const paramsSchema = z.strictObject({ id: uuidSchema });
const partParamsSchema = z.strictObject({
	id: uuidSchema,
	offset: z.coerce.number().int().min(0).max(ATTACHMENT_LIMITS.maxSizeBytes),
});

export const registerAttachmentRoutes: RegisterRoutes = (app, { attachments, attachmentFiles }) => {
	app.route({
		method: "POST",
		url: "/api/attachments",
		config: { needs: "ticket.edit", summary: "Announces a file that is to be attached; also again." },
		schema: { body: attachmentInputSchema, response: { 200: uploadStandingSchema } },
		handler: async (request) => valueOrFail(await attachments.announce(request.body, personOf(request))),
	});
	app.route({
		method: "GET",
		url: "/api/attachments/:id",
		config: { needs: "ticket.edit", summary: "How much of one’s own upload has arrived." },
		schema: { params: paramsSchema, response: { 200: uploadStandingSchema } },
		handler: async (request) => valueOrFail(await attachments.standing(request.params.id, personOf(request))),
	});
	app.route({
		method: "PUT",
		url: "/api/attachments/:id/parts/:offset",
		bodyLimit: ATTACHMENT_LIMITS.partBytes,
		config: { needs: "ticket.edit", summary: "Brings the bytes from an offset on; also again." },
		schema: { params: partParamsSchema, response: { 200: uploadStandingSchema } },
		handler: async (request) => {
			const { id, offset } = request.params;
			const part = partOf(request.body);
			return valueOrFail(await attachments.putPart(id, personOf(request), offset, part));
		},
	});
	app.route({
		method: "POST",
		url: "/api/attachments/:id/complete",
		config: { needs: "ticket.edit", summary: "Checks that what arrived is what was announced." },
		schema: { params: paramsSchema, response: { 200: uploadStandingSchema } },
		handler: async (request) => valueOrFail(await attachments.complete(request.params.id, personOf(request))),
	});
	app.route({
		method: "GET",
		url: "/api/attachments/:id/content",
		config: { needs: "desk.read", summary: "The bytes of an attached file; with Range a stretch of them." },
		schema: { params: paramsSchema },
		handler: async (request, reply) => {
			const file = await attachments.find(request.params.id, viewerAsking(request));
			if (!file || !(await attachmentFiles.has(file.sha256, file.size_bytes)))
				throw notFound("There is no such file at this desk.");
			const range = readRange(request.headers.range, file.size_bytes);
			if (range === "beyond") {
				reply.header("content-range", `bytes */${file.size_bytes}`);
				throw new ApiFailure(416, "range_not_there", `The file has ${file.size_bytes} bytes.`);
			}
			reply.headers(contentHeaders(file));
			if (range === null) return reply.send(attachmentFiles.read(file.sha256));
			reply.code(206).headers(rangeHeaders(range, file.size_bytes));
			return reply.send(attachmentFiles.read(file.sha256, range));
		},
	});
};

function personOf({ identity }: FastifyRequest): string {
	if (identity?.kind !== "person") throw new ApiFailure(403, "forbidden", "Only people work with files.");
	return identity.person.id;
}

const STATUS: Readonly<Record<string, FailureStatus>> = {
	not_found: 404,
	conflict: 409,
	incomplete: 409,
	out_of_order: 409,
	attachment_changed: 409,
	too_large: 413,
	attachment_too_large: 413,
	attachment_type: 415,
	attachment_mismatch: 415,
	too_many_requests: 429,
};

function valueOrFail<Value>(result: Result<Value>): Value {
	if (result.ok) return result.value;
	throw failWith(STATUS[result.error.code] ?? 400, result.error);
}
