import { useCallback, useEffect, useState } from "react";
import type { Setup } from "../../shared/api/desk.ts";
import { useTopic } from "../data/index.ts";
import { HTTP_CODES } from "../http/index.ts";
import { readPreference, writePreference } from "../preferences/index.ts";
import { loadSetup } from "./setup-requests.ts";

const POLL_EVERY_MS = 700;
/** Somebody may choose in another window. */
const ASK_AGAIN_MS = 3_000;

/** `setup`: `null` while it is not known. `isWaiting`: nothing should be shown before it is. */
export interface SetupStanding {
	readonly setup: Setup | null;
	readonly isWaiting: boolean;
	readonly take: (setup: Setup) => void;
}

/** Follows what fills the desk. A desk that is away or asks for a sign-in holds nobody up. */
export function useSetup(): SetupStanding {
	const session = useTopic("session", null);
	const sync = useTopic("sync", null);
	const [setup, setSetup] = useState<Setup | null>(null);
	const [isWaiting, setIsWaiting] = useState(() => readPreference("setup.was-done") !== true);
	const personId = session?.person?.id ?? null;
	const isOffline = sync?.state === "offline";
	const isSettled = setup?.state === "done";
	const isSignedOut = session?.mode === "password" && session.person === null;
	const isSessionKnown = session !== undefined;

	const take = useCallback((next: Setup) => {
		setSetup(next);
		setIsWaiting(false);
		writePreference("setup.was-done", next.state === "done");
	}, []);

	// biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when somebody signed in or the desk came back.
	useEffect(() => {
		if (isSettled || !isSessionKnown) return;
		// Nobody is signed in: signing in comes first, and brings this back.
		if (isSignedOut) return setIsWaiting(false);
		const abort = new AbortController();
		let timer: ReturnType<typeof setTimeout> | undefined;
		async function ask(): Promise<void> {
			const answer = await loadSetup(abort.signal);
			if (abort.signal.aborted) return;
			if (answer.ok) take(answer.value);
			else if (answer.error.code !== HTTP_CODES.canceled) setIsWaiting(false);
			if (!answer.ok || answer.value.state === "done") return;
			const waitMs = answer.value.state === "running" ? POLL_EVERY_MS : ASK_AGAIN_MS;
			timer = setTimeout(() => void ask(), waitMs);
		}
		void ask();
		return () => {
			abort.abort();
			clearTimeout(timer);
		};
	}, [personId, isSessionKnown, isSignedOut, isOffline, setup?.state, take]);

	return { setup, isWaiting, take };
}
