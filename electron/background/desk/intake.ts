import { join } from "node:path";
import type { Store } from "../store/store.ts";
import { ImportJobs } from "./import/import-jobs.ts";
import { SampleEndpoints } from "./sample/sample-endpoints.ts";
import { DeskSetup } from "./setup/desk-setup.ts";
import { Filler } from "./setup/filler.ts";
import { adoptZone } from "./sla/definitions.ts";

export interface IntakeParts {
	readonly store: Store;
	readonly dataDir: string;
	readonly now: () => number;
	/** One line for a person. */
	readonly log: (message: string) => void;
}

/** Everything that fills the desk at once: its first setup, and imports. */
export interface Intake {
	readonly filler: Filler;
	readonly setup: DeskSetup;
	readonly imports: ImportJobs;
	/** Takes up what an earlier run left. */
	readonly resume: () => Promise<void>;
	readonly dispose: () => Promise<void>;
}

export function makeIntake({ store, dataDir, now, log }: IntakeParts): Intake {
	const filler = new Filler(
		(kind, error) => log(`the ${kind} failed: ${describeError(error)}`),
		() => store.events.emit("tickets.filled", {}),
	);
	const endpoints = new SampleEndpoints({ store, log });
	const setup = new DeskSetup({ store, filler, endpoints, now });
	const imports = new ImportJobs({
		store,
		filler,
		folder: join(dataDir, "imports"),
		now,
		onDone: async ({ zone }) => {
			// The first log's zone is the desk's: its business hours are those of who wrote it.
			await store.write((scope) => adoptZone(scope, zone));
			await setup.noteImport();
		},
	});
	return {
		filler,
		setup,
		imports,
		resume: async () => {
			await imports.resume();
			await setup.resume();
		},
		dispose: async () => {
			await filler.stop();
			await endpoints.dispose();
		},
	};
}

function describeError(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
