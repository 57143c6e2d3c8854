import { useEffect, useState, useSyncExternalStore } from "react";
import { z } from "zod";
import { wallSchema } from "../../shared/api/wall.ts";
import { askDesk } from "../http/index.ts";
import { deskClock } from "../now/index.ts";
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

const world: WallWorld = {
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

/** How the wall stands with its desk, followed for as long as it is on screen. */
export function useWall(): WallStanding {
	const [poller, setPoller] = useState<WallPoller | null>(null);
	useEffect(() => {
		let current = start();
		// A link with another token, opened on a screen that shows the wall already.
		function handleHash(): void {
			if (!location.hash.startsWith(TOKEN_HASH)) return;
			current.dispose();
			current = start();
		}
		function start(): WallPoller {
			const made = new WallPoller(world, takeToken());
			setPoller(made);
			return made;
		}
		window.addEventListener("hashchange", handleHash);
		return () => {
			window.removeEventListener("hashchange", handleHash);
			current.dispose();
		};
	}, []);
	return useSyncExternalStore(poller?.subscribe ?? subscribeToNothing, poller?.standing ?? readConnecting);
}

function readConnecting(): WallStanding {
	return CONNECTING;
}

function subscribeToNothing(): () => void {
	return () => undefined;
}

const TOKEN_HASH = "#token=";
let heldToken: string | null = null;

/** Takes the token out of the address before anybody can read it there, bookmark it or send it on. */
function takeToken(): string | null {
	if (location.hash.startsWith(TOKEN_HASH)) {
		heldToken = decodeURIComponent(location.hash.slice(TOKEN_HASH.length));
		history.replaceState(history.state, "", location.pathname + location.search);
	}
	const token = heldToken;
	// React starts effects twice while developing: the second start must find it as well.
	if (!import.meta.env.DEV) heldToken = null;
	return token;
}

let steadyNowMs = performance.now();

/** The steady clock, drawn again each second; a device's date can't move it. */
export function useSteadyNow(): number {
	return useSyncExternalStore(subscribeToSeconds, readSteadyNow);
}

function subscribeToSeconds(listener: () => void): () => void {
	steadyNowMs = performance.now();
	return deskClock.subscribe("second", () => {
		steadyNowMs = performance.now();
		listener();
	});
}

function readSteadyNow(): number {
	return steadyNowMs;
}
