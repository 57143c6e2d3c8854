import { type SignInPolicy, signInPolicySchema } from "../../../shared/api/accounts.ts";
import { getSetting, putSetting, SETTING } from "../store/settings.ts";
import type { DeskDatabase, Store } from "../store/store.ts";
import { type Act, recordAudit } from "./audit.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A shift with its hand-overs, and a week. */
const DEFAULT_POLICY: SignInPolicy = { idleHours: 12, longestDays: 7 };

export async function readSignInPolicy(database: DeskDatabase): Promise<SignInPolicy> {
	const kept = signInPolicySchema.safeParse(await getSetting(database, SETTING.signInPolicy));
	return kept.data ?? DEFAULT_POLICY;
}

/** The policy in milliseconds. */
export async function readSignInLimits(
	database: DeskDatabase,
): Promise<{ readonly idleMs: number; readonly longestMs: number }> {
	const { idleHours, longestDays } = await readSignInPolicy(database);
	return { idleMs: idleHours * HOUR_MS, longestMs: longestDays * DAY_MS };
}

/** Sets the policy, for those who are signed in already as well. */
export async function changeSignInPolicy(
	store: Store,
	policy: SignInPolicy,
	act: Act,
): Promise<SignInPolicy> {
	await store.write(async ({ tx }) => {
		const before = await readSignInPolicy(tx);
		const [from, to] = [before, policy].map(wordsOf);
		if (from === to) return;
		await putSetting(tx, SETTING.signInPolicy, policy);
		await recordAudit(tx, act, { action: "sign_in_policy.changed", from: from ?? null, to: to ?? null });
		await tx
			.updateTable("session")
			.set(({ fn, eb, val }) => ({
				expires_at: fn<number>("min", [
					eb("seen_at", "+", val(policy.idleHours * HOUR_MS)),
					eb("created_at", "+", val(policy.longestDays * DAY_MS)),
				]),
			}))
			.where("person_id", "is not", null)
			.where("ended_at", "is", null)
			.where("expires_at", ">", act.now)
			.execute();
	});
	return policy;
}

function wordsOf({ idleHours, longestDays }: SignInPolicy): string {
	return `${idleHours} h idle, ${longestDays} d`;
}
