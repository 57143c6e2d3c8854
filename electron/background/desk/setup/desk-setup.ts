import type { Setup } from "../../../../shared/api/desk.ts";
import { ok, type Result, refuse } from "../../../../shared/result.ts";
import { SETTING } from "../../store/settings.ts";
import type { Store } from "../../store/store.ts";
import { fillSample } from "../sample/fill-sample.ts";
import type { SampleEndpoints } from "../sample/sample-endpoints.ts";
import type { Filler } from "./filler.ts";

export interface DeskSetupParts {
	readonly store: Store;
	readonly filler: Filler;
	readonly endpoints: SampleEndpoints;
	readonly now: () => number;
}

/** What the desk was started with, as it is remembered. */
interface RememberedChoice {
	readonly choice: "sample" | "empty" | "import";
	/** A sample that was begun: a process that ended in between takes it up again. */
	readonly unfinished?: { readonly tickets: number; readonly now: number };
}

const SETUP_KEY = "setup";

/** What the desk is started with: chosen once. */
export class DeskSetup {
	readonly #parts: DeskSetupParts;

	constructor(parts: DeskSetupParts) {
		this.#parts = parts;
	}

	/** Takes up what an earlier run left: the sample's endpoints, or a sample that was cut short. */
	async resume(): Promise<void> {
		const remembered = await this.#remembered();
		if (remembered?.choice !== "sample") return;
		if (remembered.unfinished) this.#beginSample(remembered.unfinished);
		else await this.#parts.endpoints.start();
	}

	async read(): Promise<Omit<Setup, "importId">> {
		const { kind, progress } = this.#parts.filler;
		const remembered = await this.#remembered();
		if (kind) return { state: "running", choice: kind, progress };
		return { state: remembered ? "done" : "needed", choice: remembered?.choice ?? null, progress: null };
	}

	async chooseEmpty(): Promise<Result<null>> {
		const refusal = await this.#refuseSecondChoice();
		if (refusal) return refusal;
		await this.#remember({ choice: "empty" });
		return ok(null);
	}

	/** Begins the sample desk; the filler tells when it is there. */
	async chooseSample(tickets: number): Promise<Result<null>> {
		const refusal = await this.#refuseSecondChoice();
		if (refusal) return refusal;
		const unfinished = { tickets, now: this.#parts.now() };
		await this.#remember({ choice: "sample", unfinished });
		this.#beginSample(unfinished);
		return ok(null);
	}

	/** An import was finished: the first one also decides what the desk was started with. */
	async noteImport(): Promise<void> {
		if (!(await this.#remembered())) await this.#remember({ choice: "import" });
	}

	#beginSample({ tickets, now }: { readonly tickets: number; readonly now: number }): void {
		const { filler, store, endpoints } = this.#parts;
		filler.begin("sample", async (onProgress) => {
			const zone = (await store.readSetting<string>(SETTING.zone)) ?? systemZone();
			await fillSample(store, { tickets, now, zone, endpoints: await endpoints.start(), onProgress });
			await this.#remember({ choice: "sample" });
		});
	}

	async #refuseSecondChoice() {
		const isChosen = this.#parts.filler.kind !== null || (await this.#remembered()) !== null;
		if (!isChosen) return null;
		return refuse(
			"conflict",
			"This desk has been set up already. Another --data folder starts another desk.",
		);
	}

	#remembered(): Promise<RememberedChoice | null> {
		return this.#parts.store.readSetting<RememberedChoice>(SETUP_KEY);
	}

	#remember(choice: RememberedChoice): Promise<void> {
		return this.#parts.store.writeSetting(SETUP_KEY, choice);
	}
}

/** The zone that this machine's clock is set to. */
function systemZone(): string {
	return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
