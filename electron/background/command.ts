import { accessSync, constants, readFileSync, statSync } from "node:fs";
import { createSecureContext } from "node:tls";
import { ok, type Result, refuse } from "../../shared/result.ts";
import { type Background, createBackground } from "./background.ts";
import { type CliOptions, parseCliOptions, USAGE } from "./cli-options.ts";
import { defaultDataDir } from "./data-dir.ts";
import { checkLogHeader } from "./desk/import/check-log-header.ts";
import { type FilledDesk, fillDesk } from "./fill-desk.ts";
import type { AuthOption } from "./http/auth/access.ts";
import type { TlsFiles } from "./http/server.ts";
import { isKeeping, runKeeping } from "./keeping/keeping-command.ts";
import { readKey } from "./store/crypto.ts";
import { StoreOpenError } from "./store/open-store.ts";

export interface CommandParts {
	readonly args: readonly string[];
	readonly env: Readonly<Record<string, string | undefined>>;
	/** The built console. */
	readonly rendererDir: string;
	readonly version: string;
	/** One line for a person: standard error. */
	readonly say: (line: string) => void;
	/** Ends it, also before it is ready. */
	readonly stop: AbortSignal;
}

/** What is said once the desk is ready. */
export interface ReadyLine {
	readonly listening: string;
	readonly epoch: string;
	readonly dataDir: string;
	readonly tickets: number;
	readonly import?: FilledDesk["import"];
}

export type CommandOutcome =
	| { readonly kind: "running"; readonly background: Background; readonly ready: ReadyLine }
	/** A desk was backed up, restored or exported: `answer` is for who reads standard output. */
	| { readonly kind: "done"; readonly answer: object }
	/** `exitCode` 0: all was said; 2: the command can't be carried out as it was given. */
	| { readonly kind: "ended"; readonly exitCode: 0 | 2 };

const STOPPED: CommandOutcome = { kind: "ended", exitCode: 0 };
const CANNOT: CommandOutcome = { kind: "ended", exitCode: 2 };

/** Runs the background's command line until the desk is ready. What is wrong with the command is one line. */
export async function runCommand(parts: CommandParts): Promise<CommandOutcome> {
	const { say } = parts;
	if (isKeeping(parts.args)) return keep(parts);
	const options = parseCliOptions(parts.args);
	if (!options.ok) return sayAndEnd(say, options.error.message);
	if (options.value === null) {
		say(USAGE);
		return { kind: "ended", exitCode: 0 };
	}
	const files = await checkFiles(options.value);
	if (!files.ok) return sayAndEnd(say, files.error.message);
	const started = await start(parts, options.value, files.value);
	if (!started.ok) return sayAndEnd(say, started.error.message);
	const background = started.value;
	const filled = await fillUnlessStopped(background, options.value, parts);
	if (!filled.ok) {
		await background.close();
		return parts.stop.aborted ? STOPPED : sayAndEnd(say, filled.error.message);
	}
	const ready = {
		listening: background.url,
		epoch: background.store.epoch,
		dataDir: dataDirOf(parts, options.value),
		...filled.value,
	};
	return { kind: "running", background, ready };
}

/** What is done to a desk from beside it. */
async function keep({ args, env, version, say, stop }: CommandParts): Promise<CommandOutcome> {
	const dataDir = defaultDataDir(process.platform, env);
	try {
		const answer = await runKeeping({ args, dataDir, version, say, stop });
		if (answer.ok) return { kind: "done", answer: answer.value };
		return answer.error.code === "help"
			? { kind: "ended", exitCode: 0 }
			: sayAndEnd(say, answer.error.message);
	} catch (error) {
		const refused = explainFailure(error, { host: "", port: 0 });
		return sayAndEnd(say, refused.ok ? "" : refused.error.message);
	}
}

/** What was filled before it was stopped stays: the same command goes on from there. */
async function fillUnlessStopped(
	background: Background,
	options: CliOptions,
	{ say, stop }: CommandParts,
): Promise<Result<FilledDesk>> {
	const { filler } = background.intake;
	const stopFilling = (): void => void filler.stop();
	stop.addEventListener("abort", stopFilling);
	if (stop.aborted) await filler.stop();
	const filled = await fillDesk(background, options, say);
	stop.removeEventListener("abort", stopFilling);
	return stop.aborted ? refuse("stopped", "The desk was stopped.") : filled;
}

async function start(
	parts: CommandParts,
	options: CliOptions,
	tls: TlsFiles | null,
): Promise<Result<Background>> {
	const { env, say, rendererDir, version } = parts;
	const auth = authOf(options, env);
	try {
		const background = await createBackground({
			dataDir: dataDirOf(parts, options),
			host: options.host,
			port: options.port,
			tls,
			auth,
			// Only who has this launch's token is this workstation's own console.
			journalKey: auth.mode === "token" ? readKey(env.DESKWATCH_JOURNAL_KEY ?? "") : null,
			rendererDir,
			version,
			log: say,
			attachmentBytes: options.attachmentBytes,
		});
		announceAccess(background, auth, say);
		return ok(background);
	} catch (error) {
		return explainFailure(error, options);
	}
}

function announceAccess(background: Background, auth: AuthOption, say: CommandParts["say"]): void {
	if (auth.mode === "open") {
		say(
			`WARNING: --no-auth: everybody on this machine who opens ${background.url} may read and change everything.`,
		);
	}
	if (background.firstPassword !== null) {
		say(
			`First start: sign in as “admin” with the password ${background.firstPassword} (it is shown only now; you can choose your own in Settings).`,
		);
	}
}

function authOf(options: CliOptions, env: CommandParts["env"]): AuthOption {
	if (env.DESKWATCH_TOKEN) return { mode: "token", token: env.DESKWATCH_TOKEN };
	return { mode: options.isOpen ? "open" : "password" };
}

function dataDirOf({ env }: CommandParts, options: CliOptions): string {
	return options.dataDir ?? defaultDataDir(process.platform, env);
}

async function checkFiles({ tls, importLog }: CliOptions): Promise<Result<TlsFiles | null>> {
	if (importLog) {
		const refusal = whyUnreadable(importLog.path);
		if (refusal) return refuse("unreadable", `The log ${importLog.path} can’t be read: ${refusal}.`);
		const header = await checkLogHeader(importLog.path);
		if (!header.ok)
			return refuse("wrong_header", `The log ${importLog.path} was not imported: ${header.error.message}`);
	}
	return tls ? readCertificate(tls.certPath, tls.keyPath) : ok(null);
}

function readCertificate(certPath: string, keyPath: string): Result<TlsFiles> {
	for (const path of [certPath, keyPath]) {
		const refusal = whyUnreadable(path);
		if (refusal) return refuse("unreadable", `${path} can’t be read: ${refusal}.`);
	}
	const files = { cert: readFileSync(certPath), key: readFileSync(keyPath) };
	try {
		createSecureContext(files);
		return ok(files);
	} catch (error) {
		return refuse(
			"bad_certificate",
			`${certPath} with ${keyPath} is no usable certificate: ${reasonOf(error)}.`,
		);
	}
}

function whyUnreadable(path: string): string | null {
	try {
		accessSync(path, constants.R_OK);
		return statSync(path).isFile() ? null : "it is not a file";
	} catch (error) {
		return codeOf(error) === "ENOENT" ? "there is no such file" : reasonOf(error);
	}
}

/** What a person can put right is a refusal; anything else is a bug and goes on being thrown. */
function explainFailure(error: unknown, { host, port }: Pick<CliOptions, "host" | "port">): Result<never> {
	if (error instanceof StoreOpenError) return refuse(error.code, error.message);
	switch (codeOf(error)) {
		case "EADDRINUSE":
			return refuse(
				"port_in_use",
				`Port ${port} on ${host} is in use by another program: choose another --port.`,
			);
		case "EADDRNOTAVAIL":
		case "ENOTFOUND":
			return refuse("bad_host", `${host} is not an address of this machine.`);
		case "EACCES":
		case "EPERM":
		case "EROFS":
		case "ENOENT":
		case "ENOTDIR":
		case "EEXIST":
			return refuse("no_access", `The desk can’t start: ${reasonOf(error)}.`);
		default:
			throw error;
	}
}

function codeOf(error: unknown): string | null {
	return error instanceof Error && "code" in error ? String(error.code) : null;
}

function reasonOf(error: unknown): string {
	return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}

function sayAndEnd(say: CommandParts["say"], message: string): CommandOutcome {
	say(message);
	return CANNOT;
}
