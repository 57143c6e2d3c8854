import { createStore } from "zustand/vanilla";
import { deskClock } from "../now/index.ts";

/** What the browser knows of newer console files; the app updates itself another way. */
export interface UpdateState {
	/** `waiting`: loaded, not in use. `replaced`: another window took it into use under this one. */
	readonly state: "current" | "waiting" | "replaced";
}

const SKIP_WAITING = "skip-waiting";
const LOOK_EVERY_MINUTES = 30;

export const updateStore = createStore<UpdateState>(() => ({ state: "current" }));

let registration: ServiceWorkerRegistration | null = null;
let isReloadWanted = false;
let isControlled = false;

/** Registers the service worker where there can be one: a browser, in a secure context, with built files. */
export async function watchUpdates(): Promise<void> {
	if (!canRegister()) return;
	isControlled = navigator.serviceWorker.controller !== null;
	navigator.serviceWorker.addEventListener("controllerchange", handleTakeOver);
	try {
		registration = await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
	} catch {
		// Without it the console works as long as the desk is there; the sync bar tells when it is not.
		return;
	}
	noteWaiting(registration);
	registration.addEventListener("updatefound", () => registration && noteInstalling(registration));
	// A console stays open for days, and browsers look for a newer file only at a navigation.
	document.addEventListener("visibilitychange", lookForUpdate);
	let minutes = 0;
	deskClock.subscribe("minute", () => {
		minutes += 1;
		if (minutes % LOOK_EVERY_MINUTES === 0) lookForUpdate();
	});
}

/** Takes the waiting version into use and starts this window on it. */
export function applyUpdate(): void {
	const waiting = registration?.waiting;
	if (!waiting) {
		location.reload();
		return;
	}
	isReloadWanted = true;
	waiting.postMessage(SKIP_WAITING);
}

function canRegister(): boolean {
	return (
		import.meta.env.PROD && location.protocol !== "app:" && isSecureContext && "serviceWorker" in navigator
	);
}

function lookForUpdate(): void {
	if (document.visibilityState !== "visible") return;
	registration?.update().catch(() => {
		// No desk, no newer version: asked again later.
	});
}

function noteInstalling(found: ServiceWorkerRegistration): void {
	const { installing } = found;
	installing?.addEventListener("statechange", () => {
		if (installing.state === "installed") noteWaiting(found);
	});
}

function noteWaiting(found: ServiceWorkerRegistration): void {
	// Without a controller this is the first install, which is in use at once.
	if (found.waiting && navigator.serviceWorker.controller) updateStore.setState({ state: "waiting" });
}

function handleTakeOver(): void {
	if (isReloadWanted) location.reload();
	// The very first worker takes over a page that already runs its version.
	else if (isControlled) updateStore.setState({ state: "replaced" });
	isControlled = true;
}
