import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Session } from "../../shared/api/desk.ts";
import { INTENT_VERSION, type IntentResult } from "../../shared/api/intents.ts";
import type { Ticket } from "../../shared/ticket/ticket.ts";
import { type Background, type BackgroundOptions, createBackground } from "./background.ts";
import { makeId, makeRandomId } from "./store/crypto.ts";
import { toPersonRow, toTeamRow } from "./store/rows.ts";

/** For tests: a real background on a free port and a folder of its own. */
export interface TestDesk {
	readonly background: Background;
	readonly dataDir: string;
	/** A request as a script would send it. */
	readonly ask: (path: string, init?: AskOptions) => Promise<Answer>;
	/** Sends intents of one workstation and answers their results. */
	readonly send: (...intents: readonly object[]) => Promise<readonly IntentResult[]>;
	readonly readTicket: (key: string) => Promise<Ticket>;
	readonly close: () => Promise<void>;
}

export interface AskOptions {
	readonly method?: string;
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
	readonly status: number;
	readonly headers: Headers;
	/** The body as JSON, or as text where it is none. */
	readonly body: unknown;
}

export function makeDataDir(): string {
	return mkdtempSync(join(tmpdir(), "deskwatch-"));
}

/** `dataDir` starts on what another test desk left there, and leaves it there. */
export async function startTestDesk(
	options: Partial<BackgroundOptions> & { readonly deviceId?: string } = {},
): Promise<TestDesk> {
	const dataDir = options.dataDir ?? makeDataDir();
	const deviceId = options.deviceId ?? makeRandomId();
	const cleanUp = (): void => {
		if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
	};
	const background = await createBackground({
		host: "127.0.0.1",
		port: 0,
		tls: null,
		auth: { mode: "open" },
		rendererDir: join(dataDir, "no-console"),
		version: "0.0.0",
		log: () => undefined,
		...options,
		dataDir,
	}).catch((error: unknown) => {
		cleanUp();
		throw error;
	});
	const ask = (path: string, init: AskOptions = {}): Promise<Answer> => request(background.url + path, init);
	return {
		background,
		dataDir,
		ask,
		send: async (...intents) => {
			const { body } = await ask("/api/intents", { body: { deviceId, fence: 1, intents } });
			return (body as { readonly results: readonly IntentResult[] }).results;
		},
		readTicket: async (key) => {
			const { body } = await ask(`/api/tickets/${key}`);
			return (body as { readonly ticket: Ticket }).ticket;
		},
		close: async () => {
			await background.close();
			cleanUp();
		},
	};
}

async function request(url: string, { method, body, headers }: AskOptions): Promise<Answer> {
	const response = await fetch(url, {
		method: method ?? (body === undefined ? "GET" : "POST"),
		headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
		...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
	});
	const text = await response.text();
	const isJson = response.headers.get("content-type")?.includes("json");
	return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

/** The cookies of an answer as a browser would send them back. */
export function cookieOf(answer: Answer): { readonly cookie: string } {
	const kept = answer.headers.getSetCookie().filter((cookie) => !cookie.includes("Expires=Thu, 01 Jan 1970"));
	return { cookie: kept.map((cookie) => cookie.split(";")[0]).join("; ") };
}

/** Signs somebody in, and chooses `chosen` for their password; answers their cookies. */
export async function signInAs(
	{ ask }: Pick<TestDesk, "ask">,
	given: { readonly name: string; readonly password: string },
	chosen?: string,
): Promise<{ readonly cookie: string }> {
	const signedIn = await ask("/api/session", { body: given });
	if (signedIn.status !== 200) throw new Error(`the sign-in was refused: ${JSON.stringify(signedIn.body)}`);
	const headers = cookieOf(signedIn);
	const { mustChangePassword } = signedIn.body as Session;
	if (chosen === undefined) return headers;
	const current = mustChangePassword ? {} : { currentPassword: given.password };
	const changed = await ask("/api/account/password", { headers, body: { ...current, newPassword: chosen } });
	if (changed.status !== 200) throw new Error(`the password was refused: ${JSON.stringify(changed.body)}`);
	return headers;
}

/** A desk with sign-in: its admin, and the two agents of `addStaff`, by what each sends along. */
export async function startStaffedDesk() {
	const desk = await startTestDesk({ auth: { mode: "password" } });
	await addStaff(desk);
	const password = desk.background.firstPassword ?? "";
	const admin = await signInAs(desk, { name: "admin", password }, "admin lantern gravel 77");
	const signIn = async (name: "ada" | "ben") => {
		const made = await desk.ask("/api/accounts", { headers: admin, body: { personId: name, name } });
		const { oneTimePassword } = made.body as { oneTimePassword: string };
		return signInAs(desk, { name, password: oneTimePassword }, `${name} lantern gravel 77`);
	};
	return { desk, admin, ada: await signIn("ada"), ben: await signIn("ben") };
}

/** Two teams and two agents, written straight to the store. */
export async function addStaff({ background }: TestDesk): Promise<void> {
	await background.store.write(async ({ tx, logChange }) => {
		for (const id of ["network", "servers"]) {
			await tx
				.insertInto("team")
				.values(toTeamRow({ id, name: id, isActive: true }))
				.execute();
			logChange("team", id);
		}
		for (const id of ["ada", "ben"]) {
			await tx
				.insertInto("person")
				.values(
					toPersonRow({
						id,
						name: id,
						email: null,
						phone: null,
						location: null,
						department: null,
						isVip: false,
						roles: ["agent"],
						teamIds: ["network"],
						isActive: true,
					}),
				)
				.execute();
			logChange("person", id);
		}
	});
}

let counter = 0;

/** An intent that opens an incident; `over` replaces any of it. */
export function opening(over: Record<string, unknown> = {}): { id: string; ticketId: string } {
	counter += 1;
	return {
		v: INTENT_VERSION,
		type: "create",
		id: makeId(),
		ticketId: makeId(),
		occurredAt: Date.now(),
		counter,
		kind: "incident",
		set: { shortDescription: "VPN is down", callerId: "ada" },
		...over,
	} as { id: string; ticketId: string };
}

/** An intent that changes a ticket from what `seen` shows. */
export function changing(
	seen: Ticket,
	set: Partial<Ticket>,
	over: Record<string, unknown> = {},
): { id: string; ticketId: string } {
	counter += 1;
	const { shortDescription, teamId, assigneeId, impact, urgency, category } = seen;
	const { state, holdReason, followUpAt, closeCode, closeNotes } = seen;
	const people = { shortDescription, teamId, assigneeId, impact, urgency, category };
	return {
		v: INTENT_VERSION,
		type: "change",
		id: makeId(),
		ticketId: seen.id,
		occurredAt: Date.now(),
		counter,
		baseRevision: seen.revision,
		base: { ...people, state, holdReason, followUpAt, closeCode, closeNotes },
		set,
		...over,
	} as { id: string; ticketId: string };
}
