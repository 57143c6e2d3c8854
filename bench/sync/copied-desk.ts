import { cpSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ServedDesk } from "../served-desk.ts";

/** A desk on a copy of made data, so that what a bench edits is not there the next time; stopped and started at will. */
export class CopiedDesk {
	readonly dataDir: string;
	#desk: ServedDesk | null = null;
	#port = 0;

	private constructor(dataDir: string) {
		this.dataDir = dataDir;
	}

	static async start(madeDir: string): Promise<CopiedDesk> {
		const dataDir = await mkdtemp(join(tmpdir(), "deskwatch-bench-desk-"));
		cpSync(madeDir, dataDir, { recursive: true });
		const desk = new CopiedDesk(dataDir);
		await desk.start();
		return desk;
	}

	get served(): ServedDesk {
		if (!this.#desk) throw new Error("the desk is stopped");
		return this.#desk;
	}

	/** Under the same address as before. */
	async start(): Promise<void> {
		this.#desk = await ServedDesk.start(this.dataDir, this.#port);
		this.#port = this.#desk.port;
	}

	async stop(): Promise<void> {
		await this.#desk?.stop();
		this.#desk = null;
	}

	async dispose(): Promise<void> {
		await this.stop();
		rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 3 });
	}
}
