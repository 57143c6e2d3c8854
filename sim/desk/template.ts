import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../electron/background/store/open-store.ts";
import { ensureStandingPeople } from "../../electron/background/store/people.ts";
import { toPersonRow, toTeamRow } from "../../electron/background/store/rows.ts";

/** Memory where there is such a folder: the desk waits for its disk at every commit. */
const FOLDER = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

export const TEAMS = ["network", "servers"] as const;
/** `dan` edits straight on the desk, `eve` comes and goes. */
export const PEOPLE = ["ada", "ben", "cho", "dan", "eve"] as const;

export function makeFolder(): string {
	return mkdtempSync(join(FOLDER, "deskwatch-sim-"));
}

export function removeFolder(folder: string): void {
	rmSync(folder, { recursive: true, force: true });
}

/** Migrating takes longer than a whole seed: it is done once, and copied. */
export class DeskTemplate {
	readonly #folder: string;

	private constructor(folder: string) {
		this.#folder = folder;
	}

	static async make(): Promise<DeskTemplate> {
		const folder = makeFolder();
		const store = await openStore({ dataDir: folder });
		await ensureStandingPeople(store);
		await store.write(async ({ tx, logChange }) => {
			for (const id of TEAMS) {
				await tx
					.insertInto("team")
					.values(toTeamRow({ id, name: id, isActive: true }))
					.execute();
				logChange("team", id);
			}
			for (const id of PEOPLE) {
				await tx
					.insertInto("person")
					.values(toPersonRow(personOf(id)))
					.execute();
				logChange("person", id);
			}
		});
		await store.close();
		return new DeskTemplate(folder);
	}

	copy(): string {
		const folder = makeFolder();
		cpSync(this.#folder, folder, { recursive: true });
		return folder;
	}

	dispose(): void {
		removeFolder(this.#folder);
	}
}

export function personOf(id: string, roles: readonly ("agent" | "caller")[] = ["agent"]) {
	return {
		id,
		name: id,
		email: null,
		phone: null,
		location: null,
		department: null,
		isVip: false,
		roles: [...roles],
		teamIds: ["network"],
		isActive: true,
	};
}
