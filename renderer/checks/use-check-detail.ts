import { useEffect, useState } from "react";
import type { CheckDetail, CheckResult } from "../../shared/api/checks.ts";
import type { Refusal } from "../../shared/result.ts";
import { useTopic } from "../data/index.ts";
import { HTTP_CODES } from "../http/index.ts";
import type { CheckRow } from "../worker/protocol.ts";
import { loadCheck } from "./check-requests.ts";

/** One check: what the cache has at once, what only the desk keeps when it answers. */
export interface CheckPicture {
	/** `undefined` while the cache is read, `null`: no such check. */
	readonly row: CheckRow | null | undefined;
	readonly results: readonly CheckResult[];
	readonly alertIds: readonly string[];
	readonly isLoading: boolean;
	readonly refusal: Refusal | null;
	readonly reload: () => void;
}

/** Follows one check: its day of results from the desk, then each new one as the feed brings it. */
export function useCheckDetail(checkId: string): CheckPicture {
	const rows = useTopic("checks", null);
	const sync = useTopic("sync", null);
	const row = rows && (rows.find((each) => each.check.id === checkId) ?? null);
	const [detail, setDetail] = useState<CheckDetail | null>(null);
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [attempt, setAttempt] = useState(0);
	const [heard, setHeard] = useState<readonly CheckResult[]>([]);
	const last = row?.figures?.lastResult ?? null;
	const isOffline = sync?.state === "offline";

	// biome-ignore lint/correctness/useExhaustiveDependencies: a changed state may have made an alert; coming back and trying again ask anew.
	useEffect(() => {
		const abort = new AbortController();
		void loadCheck(checkId, abort.signal).then((answer) => {
			if (!answer.ok && answer.error.code === HTTP_CODES.canceled) return;
			setRefusal(answer.ok ? null : answer.error);
			if (answer.ok) setDetail(answer.value);
		});
		return () => abort.abort();
	}, [checkId, row?.check.state, row?.check.revision, isOffline, attempt]);

	useEffect(() => {
		if (last !== null) setHeard((before) => appendNewer(before, [last]));
	}, [last]);

	return {
		row,
		results: appendNewer(detail?.results ?? [], heard),
		alertIds: detail?.alertIds ?? [],
		isLoading: detail === null && refusal === null,
		refusal,
		reload: () => setAttempt((count) => count + 1),
	};
}

/** The feed tells only the newest result; those heard meanwhile join what the desk gave. */
function appendNewer(results: readonly CheckResult[], heard: readonly CheckResult[]): readonly CheckResult[] {
	const newestAt = results.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
	const newer = heard.filter((result) => result.at > newestAt);
	return newer.length === 0 ? results : [...results, ...newer];
}
