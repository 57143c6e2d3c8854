import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const ROOT = join(import.meta.dirname, "..");
const PROGRAM = join(ROOT, "out/main/background.js");

/** The built background process over a data folder that is there already. */
export class ServedDesk {
	readonly url: string;
	readonly #child: ChildProcess;

	private constructor(child: ChildProcess, url: string) {
		this.#child = child;
		this.url = url;
	}

	/** `port` as that of a desk that was stopped: consoles find it again. */
	static async start(dataDir: string, port = 0): Promise<ServedDesk> {
		const child = spawn(process.execPath, [PROGRAM, "--no-auth", "--port", String(port), "--data", dataDir], {
			stdio: ["ignore", "pipe", "inherit"],
		});
		const [line] = await once(createInterface({ input: child.stdout }), "line");
		const { listening } = JSON.parse(String(line)) as { readonly listening: string };
		return new ServedDesk(child, listening.replace(/\/$/, ""));
	}

	get port(): number {
		return Number(new URL(this.url).port);
	}

	/** Memory in use now, MB; `NaN` where the system does not say. */
	get memoryMb(): number {
		return residentMb(this.#child.pid ?? 0);
	}

	async countTickets(): Promise<number> {
		const response = await fetch(`${this.url}/api/tickets?limit=1`);
		const { total } = (await response.json()) as { readonly total: number };
		return total;
	}

	async stop(): Promise<void> {
		const ended = once(this.#child, "exit");
		this.#child.kill("SIGTERM");
		await ended;
	}
}

/** Resident memory of a process, MB, by Linux's own account. */
export function residentMb(pid: number): number {
	return readMb(`/proc/${pid}/status`, /^VmRSS:\s+(\d+) kB/m);
}

/** Memory of a process with what it shares counted by its share, MB. */
export function proportionalMb(pid: number): number {
	return readMb(`/proc/${pid}/smaps_rollup`, /^Pss:\s+(\d+) kB/m);
}

function readMb(path: string, pattern: RegExp): number {
	try {
		return Number(pattern.exec(readFileSync(path, "utf8"))?.[1]) / 1_000;
	} catch {
		// Not Linux, or the process has ended.
		return Number.NaN;
	}
}
