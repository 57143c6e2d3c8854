import { hashToken } from "../store/crypto.ts";
import type { DeskTransaction, Store } from "../store/store.ts";

interface Pace {
	/** So many failures cost nothing: people mistype. */
	readonly free: number;
	/** However many there were, another try is never further away than this. */
	readonly longestMs: number;
	/** A failure is forgotten after this long. */
	readonly forgivenMs: number;
}

/** Behind one address may be an office; behind one name is one person. */
const PACES = {
	name: { free: 5, longestMs: 5 * 60_000, forgivenMs: 10 * 60_000 },
	address: { free: 20, longestMs: 5 * 60_000, forgivenMs: 2 * 60_000 },
} as const satisfies Readonly<Record<string, Pace>>;
const FIRST_DELAY_MS = 1_000;
const KINDS = ["name", "address"] as const;
type Kind = (typeof KINDS)[number];

/** Who tries to sign in, and from where. */
export interface Attempt {
	readonly name: string;
	readonly address: string;
	/** The browser's mark, where this very person has signed in with it before: nobody else slows it down. */
	readonly knownBrowser: string | null;
}

export type Admission =
	/** Not before then: nothing was looked at. */
	| { readonly kind: "wait"; readonly waitMs: number }
	/** Counted as failed already, so that many tries at once gain nothing; `note` once it was right. */
	| { readonly kind: "try"; readonly failures: Readonly<Record<Kind, number>> };

/**
 * Slows guessing down by name and by address: each failure beyond the free ones doubles the delay, up to
 * some minutes. It says the same whether or not there is such a name, is kept over a restart, and shuts
 * nobody out for good: a try that comes too early adds nothing, and a browser that the person has used
 * before is counted by itself, so that no stranger's guessing delays them there.
 */
export class FailedSignIns {
	readonly #store: Store;
	readonly #now: () => number;

	constructor(store: Store, now: () => number) {
		this.#store = store;
		this.#now = now;
	}

	async admit(attempt: Attempt): Promise<Admission> {
		const now = this.#now();
		const { value } = await this.#store.write(async ({ tx }): Promise<Admission> => {
			const standings = {
				name: await readStanding(tx, attempt, "name", now),
				address: await readStanding(tx, attempt, "address", now),
			};
			const waitMs = Math.max(...KINDS.map((kind) => waitOf(standings[kind], PACES[kind], now)));
			if (waitMs > 0) return { kind: "wait", waitMs };
			const failures = { name: standings.name.failures + 1, address: standings.address.failures + 1 };
			for (const kind of KINDS)
				await write(tx, keyOf(attempt, kind), { failures: failures[kind], lastAt: now });
			return { kind: "try", failures };
		});
		return value;
	}

	/** It was right after all: the name is clear again, and this try is taken back from the address. */
	async clear(attempt: Attempt): Promise<void> {
		await this.#store.write(async ({ tx }) => {
			await tx.deleteFrom("failed_sign_in").where("key", "=", keyOf(attempt, "name")).execute();
			const key = keyOf(attempt, "address");
			const { failures, lastAt } = await readStanding(tx, attempt, "address", this.#now());
			if (failures > 1) await write(tx, key, { failures: failures - 1, lastAt });
			else await tx.deleteFrom("failed_sign_in").where("key", "=", key).execute();
		});
	}
}

interface Standing {
	readonly failures: number;
	readonly lastAt: number;
}

function keyOf(attempt: Attempt, kind: Kind): string {
	const isKnown = kind === "name" && attempt.knownBrowser !== null;
	return hashToken(isKnown ? `browser:${attempt.knownBrowser}` : `${kind}:${attempt[kind]}`);
}

async function readStanding(
	tx: DeskTransaction,
	attempt: Attempt,
	kind: Kind,
	now: number,
): Promise<Standing> {
	const row = await tx
		.selectFrom("failed_sign_in")
		.selectAll()
		.where("key", "=", keyOf(attempt, kind))
		.executeTakeFirst();
	if (!row) return { failures: 0, lastAt: now };
	// A clock that was put back must not make the wait longer.
	const lastAt = Math.min(row.last_at, now);
	const forgiven = Math.floor((now - lastAt) / PACES[kind].forgivenMs);
	return { failures: Math.max(0, row.failures - forgiven), lastAt };
}

function waitOf({ failures, lastAt }: Standing, { free, longestMs }: Pace, now: number): number {
	if (failures < free) return 0;
	const delayMs = Math.min(longestMs, FIRST_DELAY_MS * 2 ** (failures - free));
	return Math.max(0, lastAt + delayMs - now);
}

async function write(tx: DeskTransaction, key: string, { failures, lastAt }: Standing): Promise<void> {
	const row = { failures, last_at: lastAt };
	await tx
		.insertInto("failed_sign_in")
		.values({ key, ...row })
		.onConflict((conflict) => conflict.column("key").doUpdateSet(row))
		.execute();
	// Nothing is left of what is this old.
	await tx
		.deleteFrom("failed_sign_in")
		.where("last_at", "<", lastAt - 7 * 86_400_000)
		.execute();
}
