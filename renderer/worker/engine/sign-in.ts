import { type Session, sessionSchema } from "../../../shared/api/desk.ts";
import { ok, type Result } from "../../../shared/result.ts";
import type { HttpFailure } from "../http.ts";
import type { Serial } from "../serial.ts";
import type { Disk } from "./disk.ts";
import type { EngineParts } from "./engine-parts.ts";
import type { Generations } from "./generations.ts";
import type { Model } from "./model.ts";
import { isSameSession } from "./same-session.ts";

export interface SignInOptions {
	readonly parts: EngineParts;
	readonly model: Model;
	readonly disk: Disk;
	readonly generations: Generations;
	readonly steps: Serial;
}

const SIGNED_IN_MEANWHILE: Result<never, HttpFailure> = {
	ok: false,
	error: { kind: "unreachable", message: "somebody signed in meanwhile" },
};

/** Who is signed in: asked of the desk, kept on disk, heard from other windows. */
export class SignIn {
	readonly #options: SignInOptions;
	#isSaved = true;

	constructor(options: SignInOptions) {
		this.#options = options;
	}

	/** Asks the desk who is asking now; `null` where it can't be asked. */
	async refresh(): Promise<Session | null> {
		const { disk, steps } = this.#options;
		const signIn = await disk.store.raise("sign-in").catch(() => this.#newestSignIn());
		const session = await this.#ask();
		if (!session.ok) return null;
		await steps.run(() => this.#adopt(session.value, signIn));
		return session.value;
	}

	/** For the connection: an expired sign-in keeps what the person sees; only the desk is out of reach. */
	async refreshForConnection(signal: AbortSignal): Promise<Result<Session, HttpFailure>> {
		const signIn = await this.#newestSignIn();
		const session = await this.#ask(signal);
		if (!session.ok) return session;
		const isTold = session.value.person !== null || isScopeLost(this.#options.model.session, session.value);
		if (isTold || !this.#options.model.session?.person) {
			const isOfNow = await this.#options.steps.run(() => this.#adopt(session.value, signIn));
			if (!isOfNow) return SIGNED_IN_MEANWHILE;
		}
		return session;
	}

	/** Another window wrote who is signed in; true where that is somebody or something else. */
	async reread(): Promise<boolean> {
		const { disk, model, generations } = this.#options;
		const session = await disk.store.readMeta("session");
		if (!session || isSameSession(model.session, session)) return false;
		await generations.takeSession(session);
		return true;
	}

	async #ask(signal?: AbortSignal): Promise<Result<Session, HttpFailure>> {
		const { clock, http } = this.#options.parts;
		const askedAt = clock.now();
		const reply = await http.get("/api/session", signal ? { signal } : {});
		if (!reply.ok) return reply;
		const session = sessionSchema.safeParse(reply.value);
		if (!session.success)
			return { ok: false, error: { kind: "unreachable", message: session.error.message } };
		const answeredAt = clock.now();
		await this.#noteOffset(session.data.serverTime - (askedAt + answeredAt) / 2);
		return ok(session.data);
	}

	async #noteOffset(clockOffsetMs: number): Promise<void> {
		const { model, disk } = this.#options;
		const rounded = Math.round(clockOffsetMs);
		if (Math.abs(rounded - model.writer.clockOffsetMs) < 20) return;
		model.writer = { ...model.writer, clockOffsetMs: rounded };
		await disk.store.writeMeta("clockOffsetMs", rounded).catch(() => undefined);
	}

	/** How often somebody signed in or out, in whichever window. */
	#newestSignIn(): Promise<number> {
		return this.#options.disk.store.readCounter("sign-in").catch(() => 0);
	}

	/** False where somebody has signed in or out since the desk was asked: then its answer is of before. */
	async #adopt(answer: Session, signIn: number): Promise<boolean> {
		if ((await this.#newestSignIn()) > signIn) return false;
		const { parts, model, disk, generations } = this.#options;
		const session = withoutRights(model.session, answer);
		if (!isSameSession(model.session, session) || !this.#isSaved) {
			this.#isSaved = await disk.store.writeMeta("session", session).then(
				() => true,
				() => false,
			);
			parts.channel.post({ type: "session" });
		}
		await generations.takeSession(session);
		return true;
	}
}

/** Whether the desk says that whoever works here was signed out and may read nothing of it any more. */
function isScopeLost(before: Session | null, answer: Session): boolean {
	const { ended } = answer;
	return ended?.isScopeLost === true && ended.personId === before?.person?.id;
}

/** They stay who they are, without a right: what they may not read goes, what they wrote waits for them. */
function withoutRights(before: Session | null, answer: Session): Session {
	if (!before || !isScopeLost(before, answer)) return answer;
	return { ...answer, person: before.person, roles: [] };
}
