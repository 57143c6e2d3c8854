import type {
	FastifyBaseLogger,
	FastifyInstance,
	RawReplyDefaultExpression,
	RawRequestDefaultExpression,
	RawServerDefault,
} from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { Action } from "../../../shared/permission/permission.ts";
import type { Alerts } from "../alerts/alerts.ts";
import type { AttachmentFiles } from "../desk/attachments/attachment-files.ts";
import type { Attachments } from "../desk/attachments/attachments.ts";
import type { Desk } from "../desk/desk.ts";
import type { Intake } from "../desk/intake.ts";
import type { Journal } from "../journal/journal.ts";
import type { Mail } from "../mail/mail.ts";
import type { Monitor } from "../monitor/monitor.ts";
import type { Store } from "../store/store.ts";
import type { WallReader } from "../wall/wall-reader.ts";
import type { Access } from "./auth/access.ts";
import type { Identity } from "./auth/identity.ts";
import type { FeedHub } from "./feed-hub.ts";

/** Fastify that types a handler by the zod schemas of its route. */
export type ApiApp = FastifyInstance<
	RawServerDefault,
	RawRequestDefaultExpression,
	RawReplyDefaultExpression,
	FastifyBaseLogger,
	ZodTypeProvider
>;

/** What every route may use. */
export interface ApiContext {
	readonly store: Store;
	readonly desk: Desk;
	readonly monitor: Monitor;
	readonly alerts: Alerts;
	readonly wall: WallReader;
	readonly access: Access;
	readonly feeds: FeedHub;
	readonly version: string;
	readonly now: () => number;
	readonly attachments: Attachments;
	readonly attachmentFiles: AttachmentFiles;
	readonly mail: Mail;
	/** What fills the desk: setup and imports. */
	readonly intake: Intake;
	/** The second home of this workstation's unsent edits; `null` where this process serves others. */
	readonly journal: Journal | null;
}

/**
 * Adds routes. Each names what it `needs` in its `config` (`desk.read` where it says nothing) and
 * describes itself by the shared schemas, from which `/api/openapi.json` is made:
 *
 *     app.route({ method: "GET", url: "/api/things", config: { needs: "desk.read" },
 *       schema: { querystring: thingQuerySchema, response: { 200: thingListSchema } },
 *       handler: async (request) => listThings(request.query) });
 *
 * A handler refuses by throwing `ApiFailure`.
 */
export type RegisterRoutes = (app: ApiApp, context: ApiContext) => void;

declare module "fastify" {
	interface FastifyContextConfig {
		/** What a caller must be allowed; `nothing` is open to everybody, `person` to who is signed in, whatever their roles. */
		readonly needs?: Action | "person" | "nothing";
		/** One line for the description of the API. */
		readonly summary?: string;
	}
	interface FastifyRequest {
		/** Who is asking; `null` only on routes that need nothing. */
		identity: Identity | null;
	}
}
