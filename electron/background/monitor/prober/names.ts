import { Resolver } from "node:dns/promises";
import { readFile, stat } from "node:fs/promises";
import { isIP } from "node:net";
import { ProbeError } from "./failure.ts";

const HOSTS_FILE =
	process.platform === "win32"
		? `${process.env.SystemRoot ?? "C:\\Windows"}\\System32\\drivers\\etc\\hosts`
		: "/etc/hosts";
const HOSTS_FRESH_MS = 5_000;
const LOOPBACK = ["127.0.0.1", "::1"];

interface HostsFile {
	readonly readAt: number;
	readonly modifiedMs: number;
	readonly addresses: ReadonlyMap<string, readonly string[]>;
}

/**
 * Finds the addresses of names without `dns.lookup`, whose four threads are shared with files and
 * key derivation: literal addresses, `localhost`, the hosts file, then the system's name servers.
 */
export class Names {
	readonly #path: string;
	#hosts: HostsFile | null = null;

	constructor(hostsPath = HOSTS_FILE) {
		this.#path = hostsPath;
	}

	/** IPv4 first. Throws with c-ares' codes; `signal` gives up. */
	async find(hostname: string, signal: AbortSignal): Promise<readonly string[]> {
		const name = hostname
			.replace(/^\[|\]$/g, "")
			.replace(/\.$/, "")
			.toLowerCase();
		if (isIP(name)) return [name];
		const listed = (await this.#readHosts()).get(name);
		if (listed) return listed;
		if (name === "localhost" || name.endsWith(".localhost")) return LOOPBACK;
		return askNameServers(name, signal);
	}

	async #readHosts(): Promise<ReadonlyMap<string, readonly string[]>> {
		const now = performance.now();
		const known = this.#hosts;
		if (known && now - known.readAt < HOSTS_FRESH_MS) return known.addresses;
		const modifiedMs = await stat(this.#path).then(
			(stats) => stats.mtimeMs,
			() => 0,
		);
		const addresses =
			known?.modifiedMs === modifiedMs
				? known.addresses
				: parseHosts(await readFile(this.#path, "utf8").catch(() => ""));
		this.#hosts = { readAt: now, modifiedMs, addresses };
		return addresses;
	}
}

export function parseHosts(text: string): ReadonlyMap<string, readonly string[]> {
	const addresses = new Map<string, string[]>();
	for (const line of text.split("\n")) {
		const [address, ...names] = (line.split("#")[0] ?? "").trim().split(/\s+/);
		if (!address || !isIP(address)) continue;
		for (const name of names) {
			const key = name.toLowerCase();
			addresses.set(key, [...(addresses.get(key) ?? []), address]);
		}
	}
	for (const [name, found] of addresses)
		addresses.set(
			name,
			found.sort((a, b) => isIP(a) - isIP(b)),
		);
	return addresses;
}

async function askNameServers(name: string, signal: AbortSignal): Promise<readonly string[]> {
	const resolver = new Resolver();
	const cancel = () => resolver.cancel();
	signal.addEventListener("abort", cancel, { once: true });
	try {
		return await resolver.resolve4(name).catch((error: unknown) => {
			// The name is there, but not with an address of this family.
			if (hasCode(error, "ENODATA")) return resolver.resolve6(name);
			throw error;
		});
	} catch (error) {
		if (hasCode(error, "ENODATA")) throw new ProbeError("ENODATA", "the name has no address");
		if (hasCode(error, "ECONNREFUSED")) throw new ProbeError("ENOSERVER", "no name server can be reached");
		throw error;
	} finally {
		signal.removeEventListener("abort", cancel);
	}
}

function hasCode(error: unknown, code: string): boolean {
	return error instanceof Error && "code" in error && error.code === code;
}
