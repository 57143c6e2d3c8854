import { networkInterfaces } from "node:os";
import type { ProbeFailure } from "./failure.ts";

/** Errors that come from this machine's side of the network, or from its name servers. */
const LOCAL_CODES = new Set([
	"ENETUNREACH",
	"ENETDOWN",
	"EHOSTUNREACH",
	"EHOSTDOWN",
	"EADDRNOTAVAIL",
	"ENOSERVER",
	"ESERVFAIL",
	"ETIMEOUT",
	"NAME_TIMEOUT",
]);
/** Of these, one is enough: there is no route at all. */
const ROUTELESS_CODES = new Set(["ENETUNREACH", "ENETDOWN"]);
/** Hosts that must fail like that together, with nobody reached, before it is ours. */
const HOSTS_TO_BELIEVE = 3;
const WINDOW_MS = 30_000;
const INTERFACES_FRESH_MS = 1_000;

/** Asks the operating system whether any interface but loopback has an address. */
function hasOwnNetwork(): boolean {
	return Object.values(networkInterfaces()).some((addresses) =>
		addresses?.some((address) => !address.internal),
	);
}

/** Tells "they are down" from "we are cut off": a prober without a network knows nothing of others. */
export class NetworkHealth {
	readonly #hasNetwork: () => boolean;
	readonly #failedAt = new Map<string, number>();
	#reachedAt = Number.NEGATIVE_INFINITY;
	#interfaces = { at: Number.NEGATIVE_INFINITY, hasNetwork: true };

	constructor(hasNetwork = hasOwnNetwork) {
		this.#hasNetwork = hasNetwork;
	}

	/** Something remote answered, even if only to refuse. */
	noteReached(host: string, now: number): void {
		if (isLoopback(host)) return;
		this.#reachedAt = now;
		this.#failedAt.clear();
	}

	/** Whether this failure says nothing about the host, because our own network is gone. */
	isOurs(host: string, failure: ProbeFailure, now: number): boolean {
		if (isLoopback(host)) return false;
		if (!this.#interfacesUp(now)) return true;
		if (!LOCAL_CODES.has(failure.errorCode)) return false;
		this.#failedAt.set(host, now);
		if (now - this.#reachedAt < WINDOW_MS) return false;
		if (ROUTELESS_CODES.has(failure.errorCode)) return true;
		return this.#failedLately(now) >= HOSTS_TO_BELIEVE;
	}

	#failedLately(now: number): number {
		for (const [host, at] of this.#failedAt) if (now - at > WINDOW_MS) this.#failedAt.delete(host);
		return this.#failedAt.size;
	}

	#interfacesUp(now: number): boolean {
		if (now - this.#interfaces.at > INTERFACES_FRESH_MS) {
			this.#interfaces = { at: now, hasNetwork: this.#hasNetwork() };
		}
		return this.#interfaces.hasNetwork;
	}
}

export function isLoopback(host: string): boolean {
	const name = host.replace(/^\[|\]$/g, "").toLowerCase();
	return name === "localhost" || name.endsWith(".localhost") || name === "::1" || /^127\./.test(name);
}
