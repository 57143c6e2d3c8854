import { parseArgs } from "node:util";
import { ATTACHMENT_LIMITS } from "../../shared/api/attachments.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import { isLoopbackHost } from "./http/guard.ts";

export const DEFAULT_PORT = 4310;
const DEFAULT_SAMPLE_TICKETS = 2_000;
const MAX_SAMPLE_TICKETS = 1_000_000;
const MB = 1_048_576;
const DEFAULT_ATTACHMENT_MB = ATTACHMENT_LIMITS.sizeBytes / MB;
const MAX_ATTACHMENT_MB = ATTACHMENT_LIMITS.maxSizeBytes / MB;

export const USAGE = `deskwatch background: the desk, its monitoring and its console on one address

  --port N          where to listen (default ${DEFAULT_PORT}; 0 takes a free one)
  --host ADDRESS    default 127.0.0.1; any other than loopback needs a certificate
  --tls-cert FILE   certificate (PEM) and
  --tls-key FILE    its key: serve https
  --data DIR        folder of the desk's database
  --sample [N]      fill an empty desk with a made-up company and N tickets (default ${DEFAULT_SAMPLE_TICKETS})
  --import FILE     import a ServiceNow-style incident event log, .csv or .csv.gz
  --as-of TIME      stop the replay there, as 2016-04-20T12:00
  --zone ZONE       the log's time zone, as Europe/Berlin (default UTC)
  --attachment-mb N how large an attached file may be, 1 to ${MAX_ATTACHMENT_MB} (default ${DEFAULT_ATTACHMENT_MB}); kept from then on
  --no-auth         ask nobody to sign in: loopback only
  --help            this text

  backup, restore and export as the first word do that instead: backup --help says how`;

/** What the command line asks for. */
export interface CliOptions {
	readonly host: string;
	readonly port: number;
	readonly tls: { readonly certPath: string; readonly keyPath: string } | null;
	/** `null`: the user's own folder. */
	readonly dataDir: string | null;
	readonly sampleTickets: number | null;
	readonly importLog: ImportOption | null;
	/** `null`: what was said last, or the default. */
	readonly attachmentBytes: number | null;
	/** A token of this launch comes from the environment instead: see `main.ts`. */
	readonly isOpen: boolean;
}

export interface ImportOption {
	readonly path: string;
	/** Local time in `zone`. */
	readonly asOf: string | null;
	readonly zone: string;
}

/** Reads the command line; `null` asks for help. A refusal's message is one line. */
export function parseCliOptions(args: readonly string[]): Result<CliOptions | null> {
	const values = readValues(args);
	if (!values.ok) return values;
	if (values.value.help) return ok(null);
	return checkValues(values.value);
}

function readValues(args: readonly string[]) {
	try {
		return ok(parseArgs({ args: withSampleSize(args), options: OPTIONS, allowPositionals: false }).values);
	} catch (error) {
		const reason =
			error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? "").replace(/\.$/, "") : String(error);
		return refuse("bad_option", `${reason}. --help lists the options.`);
	}
}

const OPTIONS = {
	port: { type: "string" },
	host: { type: "string" },
	"tls-cert": { type: "string" },
	"tls-key": { type: "string" },
	data: { type: "string" },
	sample: { type: "string" },
	import: { type: "string" },
	"as-of": { type: "string" },
	zone: { type: "string" },
	"attachment-mb": { type: "string" },
	"no-auth": { type: "boolean" },
	help: { type: "boolean" },
} as const;

type Values = { readonly [Name in keyof typeof OPTIONS]?: string | boolean };

/** `--sample` stands alone or before a number: `parseArgs` knows only options that always have a value. */
function withSampleSize(args: readonly string[]): string[] {
	return args.map((arg, index) => {
		const isAlone = arg === "--sample" && (args[index + 1] ?? "--").startsWith("--");
		return isAlone ? `--sample=${DEFAULT_SAMPLE_TICKETS}` : arg;
	});
}

function checkValues(values: Values): Result<CliOptions> {
	const port = readWhole("--port", values.port ?? String(DEFAULT_PORT), 0, 65_535);
	if (!port.ok) return port;
	const sample = values.sample === undefined ? ok(null) : readSample(values.sample);
	if (!sample.ok) return sample;
	const tls = readTls(values);
	if (!tls.ok) return tls;
	const importLog = readImport(values);
	if (!importLog.ok) return importLog;
	const attachment = readAttachment(values["attachment-mb"]);
	if (!attachment.ok) return attachment;
	const options: CliOptions = {
		host: text(values.host) ?? "127.0.0.1",
		port: port.value,
		tls: tls.value,
		dataDir: text(values.data),
		sampleTickets: sample.value,
		importLog: importLog.value,
		attachmentBytes: attachment.value,
		isOpen: values["no-auth"] === true,
	};
	return checkTogether(options);
}

function checkTogether(options: CliOptions): Result<CliOptions> {
	if (options.host === "") return refuse("bad_option", "--host needs an address.");
	if (options.dataDir === "") return refuse("bad_option", "--data needs a folder.");
	if (!isLoopbackHost(options.host) && options.isOpen) {
		return refuse(
			"bad_option",
			`--no-auth is for loopback only: ${options.host} would be open to everybody who reaches it.`,
		);
	}
	if (!isLoopbackHost(options.host) && !options.tls) {
		return refuse(
			"bad_option",
			`${options.host} is not a loopback address: give --tls-cert and --tls-key to serve https there.`,
		);
	}
	if (options.sampleTickets !== null && options.importLog) {
		return refuse("bad_option", "--sample and --import fill the same desk: choose one of them.");
	}
	return ok(options);
}

function readTls(values: Values): Result<CliOptions["tls"]> {
	const certPath = text(values["tls-cert"]);
	const keyPath = text(values["tls-key"]);
	if (certPath !== null && keyPath !== null) return ok({ certPath, keyPath });
	if (certPath === null && keyPath === null) return ok(null);
	return refuse("bad_option", "--tls-cert and --tls-key belong together: one of them is missing.");
}

function readImport(values: Values): Result<ImportOption | null> {
	const path = text(values.import);
	const asOf = text(values["as-of"]);
	const zone = text(values.zone);
	if (path === null) {
		if (asOf === null && zone === null) return ok(null);
		return refuse(
			"bad_option",
			`${asOf === null ? "--zone" : "--as-of"} says how to read a log: give --import too.`,
		);
	}
	if (asOf !== null && !isLocalTime(asOf)) {
		return refuse("bad_option", `--as-of ${asOf} is not a time: write it as 2016-04-20T12:00.`);
	}
	if (zone !== null && !isZone(zone)) {
		return refuse("bad_option", `--zone ${zone} is not a time zone: write it as Europe/Berlin.`);
	}
	return ok({ path, asOf, zone: zone ?? "UTC" });
}

function readSample(value: string | boolean): Result<number> {
	return readWhole("--sample", value, 1, MAX_SAMPLE_TICKETS);
}

function readAttachment(value: string | boolean | undefined): Result<number | null> {
	if (value === undefined) return ok(null);
	const megabytes = readWhole("--attachment-mb", value, 1, MAX_ATTACHMENT_MB);
	return megabytes.ok ? ok(megabytes.value * MB) : megabytes;
}

function readWhole(name: string, value: string | boolean, least: number, most: number): Result<number> {
	const number = /^\d{1,9}$/.test(String(value)) ? Number(value) : Number.NaN;
	if (number >= least && number <= most) return ok(number);
	return refuse("bad_option", `${name} ${value} is not a whole number from ${least} to ${most}.`);
}

function isLocalTime(value: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value)) return false;
	const at = Date.parse(`${value}Z`);
	return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}

function isZone(zone: string): boolean {
	try {
		return new Intl.DateTimeFormat("en", { timeZone: zone }) !== null;
	} catch {
		return false; // Intl names no zone by it
	}
}

function text(value: string | boolean | undefined): string | null {
	return typeof value === "string" ? value : null;
}
