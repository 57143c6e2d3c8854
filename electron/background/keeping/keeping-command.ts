import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import { exportToFolder } from "./export/export-to-folder.ts";
import { makeBackup } from "./make-backup.ts";
import { restoreBackup } from "./restore-backup.ts";

const USAGE = `deskwatch backup, restore, export: what is done to a desk from beside it

  backup  --to DIR [--data DIR]     back a desk up, while it runs, into a new folder in DIR
  restore --from DIR [--data DIR]   put a backup in the place of a desk that was stopped; what was there stays aside
  export  --to DIR [--data DIR]     write all of a desk, while it runs, as JSON lines and CSV into a new folder DIR

  --data DIR   folder of the desk's database; without it the user's own desk`;

const NAMES = ["backup", "restore", "export"] as const;
type Name = (typeof NAMES)[number];

export interface KeepingParts {
	/** The command line, its first word being what to do. */
	readonly args: readonly string[];
	/** Where the desk is unless `--data` says otherwise. */
	readonly dataDir: string;
	readonly version: string;
	readonly say: (line: string) => void;
	readonly stop: AbortSignal;
}

/** Whether the command line asks for something that is done to a desk rather than by it. */
export function isKeeping(args: readonly string[]): boolean {
	return NAMES.some((name) => name === args[0]);
}

/** Does it and answers what became of it, for a program to read. Code `help`: the usage was said. */
export async function runKeeping(parts: KeepingParts): Promise<Result<object>> {
	const [word, ...rest] = parts.args;
	const name = NAMES.find((known) => known === word) ?? "backup";
	const values = readValues(rest);
	if (!values.ok) return values;
	if (values.value.help) {
		parts.say(USAGE);
		return refuse("help", USAGE);
	}
	const option = name === "restore" ? "from" : "to";
	const place = values.value[option];
	const other = values.value[option === "to" ? "from" : "to"];
	if (!place || other !== undefined)
		return refuse("bad_option", `${name} needs --${option} with a folder, and no other. --help says how.`);
	if (values.value.data === "") return refuse("bad_option", "--data needs a folder.");
	const dataDir = resolve(values.value.data ?? parts.dataDir);
	return DO[name]({ ...parts, dataDir }, resolve(place));
}

const DO: Readonly<Record<Name, (parts: KeepingParts, place: string) => Promise<Result<object>>>> = {
	backup: async ({ dataDir, version, say }, to) => {
		const made = await makeBackup({ dataDir, to, version, now: Date.now() });
		if (!made.ok) return made;
		const { folder, manifest } = made.value;
		const { epoch, seq, tickets, files, missing } = manifest;
		if (missing.length > 0)
			say(`Attached files that the desk itself does not have any more: ${missing.length}.`);
		say(`Backed up ${tickets} tickets and compared every file: ${folder}`);
		const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
		return ok({ backup: folder, epoch, seq, tickets, files: files.length, bytes, missing: missing.length });
	},
	restore: async ({ dataDir, say }, from) => {
		const restored = await restoreBackup({ from, dataDir, now: Date.now() });
		if (!restored.ok) return restored;
		const { manifest, epoch, aside } = restored.value;
		say(
			`Restored the desk in ${dataDir} as it was at ${new Date(manifest.madeAt).toISOString()}. Start it again.`,
		);
		if (aside) say(`What was there is in ${aside}: remove it when all is well.`);
		say("Everybody signs in once more. Look through roles, accounts and walls that were changed since.");
		return ok({ restored: dataDir, from, epoch, tickets: manifest.tickets, aside });
	},
	export: async ({ dataDir, say, stop }, to) => {
		const done = await exportToFolder({ dataDir, to, stop });
		if (done.ok) say(`Exported ${done.value.tickets} tickets: ${to}`);
		return done;
	},
};

function readValues(args: readonly string[]) {
	try {
		return ok(parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false }).values);
	} catch (error) {
		const reason = error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? "") : String(error);
		return refuse("bad_option", `${reason.replace(/\.$/, "")}. --help says how.`);
	}
}

const OPTIONS = {
	to: { type: "string" },
	from: { type: "string" },
	data: { type: "string" },
	help: { type: "boolean" },
} as const;
