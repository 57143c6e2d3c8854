/** For tests: a real mail server on loopback, Debian’s exim4 and Dovecot with a folder and ports of their own. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
	chownSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { createTransport } from "nodemailer";
import PostalMime, { type Email } from "postal-mime";
import type { MailSettingsInput } from "../../../shared/api/mail.ts";

const EXIM = "/usr/sbin/exim4";
const DOVECOT = "/usr/sbin/dovecot";
const USER = "Debian-exim";
const READY_WITHIN_MS = 10_000;
export const MAIL_PASSWORD = "correct-horse-4711";

/** Why no mail server can be started here; `null` where one can. */
export function whyNoMailServer(): string | null {
	if (!existsSync(EXIM) || !existsSync(DOVECOT))
		return "no mail server: apt-get install dovecot-imapd exim4-daemon-light";
	if (process.getuid?.() !== 0)
		return "no mail server: it keeps mailboxes of several users, so it needs root";
	const version = spawnSync(DOVECOT, ["--version"]).stdout.toString();
	return version.startsWith("2.3.") ? null : `no mail server: written for Dovecot 2.3, this is ${version}`;
}

/** Anybody at example.org named in `people` has a mailbox; `refused@` is refused at once, others come back. */
export class MailServer {
	readonly smtpPort: number;
	readonly imapPort: number;
	readonly #folder: string;
	readonly #children: readonly ChildProcess[];

	private constructor(folder: string, ports: readonly [number, number], children: readonly ChildProcess[]) {
		this.#folder = folder;
		[this.smtpPort, this.imapPort] = ports;
		this.#children = children;
	}

	static async start(people: readonly string[]): Promise<MailServer> {
		const folder = mkdtempSync(join(tmpdir(), "deskwatch-mail-"));
		const ids = idsOf(USER);
		for (const name of ["", "spool", "mail", "run", "log"]) {
			mkdirSync(join(folder, name), { recursive: true, mode: 0o755 });
			chownSync(join(folder, name), ids.uid, ids.gid);
		}
		const ports = [await freePort(), await freePort()] as const;
		writeFileSync(join(folder, "exim.conf"), eximConfig(folder, ports[0], people));
		writeFileSync(join(folder, "dovecot.conf"), dovecotConfig(folder, ports[1], ids));
		const children = [
			spawn(EXIM, ["-C", join(folder, "exim.conf"), "-bdf", "-q1m"], { ...ids, cwd: "/", stdio: "ignore" }),
			spawn(DOVECOT, ["-F", "-c", join(folder, "dovecot.conf")], { stdio: "ignore" }),
		];
		const server = new MailServer(folder, ports, children);
		try {
			for (const port of ports) await answering(port);
			return server;
		} catch (error) {
			const logs = readdirSync(join(folder, "log")).map((name) =>
				readFileSync(join(folder, "log", name), "utf8"),
			);
			await server.stop();
			throw new Error(`the mail server did not start: ${logs.join("\n")}`, { cause: error });
		}
	}

	/** The settings of a desk whose mailbox is `desk@example.org` here. */
	settings(over: Partial<MailSettingsInput> = {}): MailSettingsInput {
		const server = { host: "127.0.0.1", security: "none", user: "desk", password: MAIL_PASSWORD } as const;
		return {
			isEnabled: true,
			address: "desk@example.org",
			name: "Service desk",
			folder: "INBOX",
			opensIncidents: true,
			incoming: { ...server, port: this.imapPort },
			outgoing: { ...server, port: this.smtpPort },
			...over,
		};
	}

	/** Sends a message as it stands, as any mail program would. */
	async send(from: string, to: string, lines: readonly string[]): Promise<void> {
		const client = createTransport({ host: "127.0.0.1", port: this.smtpPort, ignoreTLS: true });
		await client.sendMail({ envelope: { from, to: [to] }, raw: lines.join("\r\n") });
		client.close();
	}

	/** What somebody’s mailbox holds, in no order. */
	async mailbox(name: string): Promise<readonly Email[]> {
		const folders = ["new", "cur"].map((part) => join(this.#folder, "mail", name, part)).filter(existsSync);
		const files = folders.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)));
		return Promise.all(files.map((file) => PostalMime.parse(readFileSync(file))));
	}

	async stop(): Promise<void> {
		const running = this.#children.filter(
			({ exitCode, signalCode }) => exitCode === null && signalCode === null,
		);
		await Promise.all(
			running.map(async (child) => {
				const ended = once(child, "exit");
				child.kill("SIGTERM");
				await ended;
			}),
		);
		rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
	}
}

function idsOf(user: string): { readonly uid: number; readonly gid: number } {
	const ask = (flag: string): number => Number(spawnSync("id", [flag, user]).stdout.toString());
	return { uid: ask("-u"), gid: ask("-g") };
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, "127.0.0.1");
	await once(probe, "listening");
	const { port } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, "close");
	return port;
}

async function answering(port: number): Promise<void> {
	for (const until = Date.now() + READY_WITHIN_MS; ; ) {
		const socket = connect(port, "127.0.0.1");
		try {
			await once(socket, "data");
			return;
		} catch (error) {
			if (Date.now() > until) throw error;
			await setTimeout(50);
		} finally {
			socket.destroy();
		}
	}
}

function eximConfig(folder: string, port: number, people: readonly string[]): string {
	return `
primary_hostname = mail.example.org
domainlist local_domains = example.org
spool_directory = ${folder}/spool
log_file_path = ${folder}/log/exim-%s
pid_file_path = ${folder}/run/exim.pid
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${port}
exim_user = ${USER}
deliver_drop_privilege = true
tls_advertise_hosts =
host_lookup =
rfc1413_hosts =
keep_environment =
never_users =
acl_smtp_rcpt = rcpt
acl_smtp_data = accept
begin acl
rcpt:
  deny local_parts = refused
       message = no such person
  accept domains = +local_domains
  deny message = relay not permitted
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_condition = \${if eq{$auth3}{${MAIL_PASSWORD}}}
  server_set_id = $auth2
  server_advertise_condition = true
begin routers
boxes:
  driver = accept
  domains = +local_domains
  local_parts = ${people.join(" : ")}
  transport = box
begin transports
box:
  driver = appendfile
  maildir_format
  directory = ${folder}/mail/$local_part_data
  create_directory
  return_path_add
  delivery_date_add
  envelope_to_add
begin retry
* * F,1h,1m
`;
}

function dovecotConfig(
	folder: string,
	port: number,
	{ uid, gid }: { readonly uid: number; readonly gid: number },
): string {
	return `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
log_path = ${folder}/log/dovecot
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${folder}/mail/%u
namespace inbox {
  inbox = yes
}
passdb {
  driver = static
  args = password=${MAIL_PASSWORD}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`;
}
