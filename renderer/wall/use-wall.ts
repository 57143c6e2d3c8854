import { useEffect, useState, useSyncExternalStore } from "react";
import { z } from "zod";
import { wallSchema } from "../../shared/api/wall.ts";
import { askDesk } from "../http/index.ts";
import { readPreference, writePreference } from "../preferences/index.ts";
import { WallPoller, type WallStanding, type WallWorld } from "./wall-poller.ts";

const POLL_EVERY_MS = 2_500;
const TIMEOUT_MS = 5_000;
const CONNECTING: WallStanding = {
	phase: "connecting",
	answer: null,
	signedOutWhy: null,
	silentSinceMs: null,
};

/** How the wall stands with its desk, followed for as long as it is on screen. */
export function useWall(token: string | null): WallStanding {
	const [poller, setPoller] = useState<WallPoller | null>(null);
	useEffect(() => {
		const made = new WallPoller(makeWorld(), token);
		setPoller(made);
		return () => made.dispose();
	}, [token]);
	return useSyncExternalStore(poller?.subscribe ?? subscribeToNothing, poller?.standing ?? readConnecting);
}

function makeWorld(): WallWorld {
	return {
		askWall: (signal) => askDesk({ path: "/wall", answer: wallSchema, signal, timeoutMs: TIMEOUT_MS }),
		signIn: (token) =>
			askDesk({
				method: "POST",
				path: "/session/device",
				body: { token },
				answer: z.unknown(),
				timeoutMs: TIMEOUT_MS,
			}),
		steadyNow: () => performance.now(),
		wasLetIn: readPreference("wall.was-let-in") === true,
		noteLetIn: () => writePreference("wall.was-let-in", true),
		pollEveryMs: POLL_EVERY_MS,
	};
}

function readConnecting(): WallStanding {
	return CONNECTING;
}

function subscribeToNothing(): () => void {
	return () => undefined;
}
