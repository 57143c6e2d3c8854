import { readdirSync, readFileSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { installPageProbe } from "./page-probe.ts";
import { proportionalMb } from "./served-desk.ts";

const EXECUTABLE = process.env.DESKWATCH_CHROMIUM ?? "/usr/bin/chromium";
const ARGS = ["--no-sandbox", "--disable-background-networking", "--disable-quic", "--no-first-run"];

/** Chromium on a profile on disk: a default context keeps IndexedDB in memory and proves nothing. */
export class ConsoleBrowser {
	readonly #dir: string;
	readonly #baseURL: string;
	#context: BrowserContext | null = null;

	private constructor(dir: string, baseURL: string) {
		this.#dir = dir;
		this.#baseURL = baseURL;
	}

	static async open(baseURL: string): Promise<ConsoleBrowser> {
		return new ConsoleBrowser(await mkdtemp(join(tmpdir(), "deskwatch-bench-profile-")), baseURL);
	}

	/** Starts the browser anew; answers its one page. */
	async start(): Promise<Page> {
		await this.close();
		const context = await chromium.launchPersistentContext(this.#dir, {
			executablePath: EXECUTABLE,
			args: ARGS,
			baseURL: this.#baseURL,
			viewport: { width: 1366, height: 768 },
		});
		await context.addInitScript(installPageProbe);
		this.#context = context;
		return context.pages()[0] ?? context.newPage();
	}

	/** The page's process with its worker, MB; `NaN` where the system does not say. */
	pageMemoryMb(): number {
		const sizes = this.#rendererPids().map(proportionalMb);
		return sizes.length > 0 ? Math.max(...sizes) : Number.NaN;
	}

	async close(): Promise<void> {
		await this.#context?.close();
		this.#context = null;
	}

	async dispose(): Promise<void> {
		await this.close();
		rmSync(this.#dir, { recursive: true, force: true, maxRetries: 3 });
	}

	/** Renderers under the browser that runs on this profile. */
	#rendererPids(): readonly number[] {
		const processes = readProcesses();
		const own = new Set(
			processes
				.filter(({ command }) => command.includes(`--user-data-dir=${this.#dir}`))
				.map(({ pid }) => pid),
		);
		for (let found = 0; found !== own.size; ) {
			found = own.size;
			for (const { pid, parent } of processes) if (own.has(parent)) own.add(pid);
		}
		return processes
			.filter(({ pid, command }) => own.has(pid) && command.includes("--type=renderer"))
			.map(({ pid }) => pid);
	}
}

interface RunningProcess {
	readonly pid: number;
	readonly parent: number;
	readonly command: string;
}

function readProcesses(): readonly RunningProcess[] {
	try {
		return readdirSync("/proc")
			.filter((name) => /^\d+$/.test(name))
			.flatMap(readProcess);
	} catch {
		// Not Linux.
		return [];
	}
}

function readProcess(name: string): readonly RunningProcess[] {
	try {
		const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, "utf8"))?.[1]);
		return [
			{
				pid: Number(name),
				parent,
				command: readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " "),
			},
		];
	} catch {
		// It has ended meanwhile.
		return [];
	}
}
