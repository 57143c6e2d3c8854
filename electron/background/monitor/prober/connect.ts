import { connect, isIP, type Socket } from "node:net";
import { connect as connectTls, createSecureContext, getCACertificates, type SecureContext } from "node:tls";
import { describeFailure } from "./failure.ts";
import type { Names } from "./names.ts";
import type { Stopwatch } from "./stopwatch.ts";

/** What every kind of probe works with. Aborting `signal` ends whatever is under way. */
export interface ProbeTools {
	readonly names: Names;
	readonly stopwatch: Stopwatch;
	readonly signal: AbortSignal;
}

/** Addresses tried in turn when one can't be connected to. */
const ADDRESSES_TRIED = 4;

/** Errors that another address of the same name may not have. */
const TRY_NEXT = new Set(["ECONNREFUSED", "ENETUNREACH", "EHOSTUNREACH", "EADDRNOTAVAIL", "EAFNOSUPPORT"]);

/** A new TCP connection; the caller destroys it. */
export async function openSocket(hostname: string, port: number, tools: ProbeTools): Promise<Socket> {
	const literal = hostname.replace(/^\[|\]$/g, "");
	const addresses = isIP(literal)
		? [literal]
		: await tools.stopwatch.time("dnsMs", () => tools.names.find(hostname, tools.signal));
	return tools.stopwatch.time("connectMs", () => tryAddresses(addresses, port, tools.signal));
}

async function tryAddresses(
	addresses: readonly string[],
	port: number,
	signal: AbortSignal,
): Promise<Socket> {
	let firstError: unknown;
	for (const address of addresses.slice(0, ADDRESSES_TRIED)) {
		try {
			return await connectAddress(address, port, signal);
		} catch (error) {
			firstError ??= error;
			if (signal.aborted || !TRY_NEXT.has(describeFailure(error).errorCode)) throw error;
		}
	}
	throw firstError ?? new Error("the name has no address");
}

function connectAddress(host: string, port: number, signal: AbortSignal): Promise<Socket> {
	signal.throwIfAborted();
	const socket = connect({ host, port, autoSelectFamily: false });
	endOnAbort(socket, signal);
	return new Promise((resolve, reject) => {
		// Stays for the socket's life: an error that nobody hears would end the thread.
		socket.on("error", reject);
		socket.once("connect", () => resolve(socket));
	});
}

/** Speaks TLS over `socket`; the certificate must be trusted and be for `hostname`. */
export function secure(socket: Socket, hostname: string, tools: ProbeTools): Promise<Socket> {
	const host = hostname.replace(/^\[|\]$/g, "");
	return tools.stopwatch.time("tlsMs", () => {
		const tls = connectTls({
			socket,
			host,
			...(isIP(host) ? {} : { servername: host }),
			secureContext: trustedContext(),
			ALPNProtocols: ["http/1.1"],
		});
		endOnAbort(tls, tools.signal);
		return new Promise((resolve, reject) => {
			tls.on("error", reject);
			tls.once("secureConnect", () => resolve(tls));
		});
	});
}

let sharedContext: SecureContext | null = null;

/** One for all: making one reads every trusted certificate. A company's own are in the system's store. */
function trustedContext(): SecureContext {
	sharedContext ??= createSecureContext({
		ca: [...new Set([...getCACertificates("default"), ...getCACertificates("system")])],
	});
	return sharedContext;
}

function endOnAbort(socket: Socket, signal: AbortSignal): void {
	const end = () => socket.destroy(signal.reason instanceof Error ? signal.reason : new Error("aborted"));
	signal.addEventListener("abort", end, { once: true });
	socket.once("close", () => signal.removeEventListener("abort", end));
}
