import { join } from "node:path";
import { Alerts } from "./alerts/alerts.ts";
import { AttachmentFiles } from "./desk/attachments/attachment-files.ts";
import { Attachments } from "./desk/attachments/attachments.ts";
import { Janitor } from "./desk/attachments/janitor.ts";
import { ensureChangeSettings } from "./desk/change/change-settings.ts";
import { makeDesk } from "./desk/desk.ts";
import { IncidentTimes } from "./desk/incidents/incident-times.ts";
import { type Intake, makeIntake } from "./desk/intake.ts";
import { learnLifecycles } from "./desk/lifecycles/read-lifecycles.ts";
import { makeMailPort } from "./desk/mail-port.ts";
import { ensureDeskSettings } from "./desk/settings/desk-settings.ts";
import { ensureDefinitions } from "./desk/sla/definitions.ts";
import { ThresholdKeeper } from "./desk/sla/threshold-keeper.ts";
import type { ApiContext, RegisterRoutes } from "./http/api.ts";
import { Access, type AuthOption } from "./http/auth/access.ts";
import { makeCookieJar } from "./http/auth/cookies.ts";
import { FeedHub } from "./http/feed-hub.ts";
import { isLoopbackHost } from "./http/guard.ts";
import { registerAccountRoutes } from "./http/routes/accounts.ts";
import { registerAlertRoutes } from "./http/routes/alerts.ts";
import { registerArticleRoutes } from "./http/routes/articles.ts";
import { registerAttachmentRoutes } from "./http/routes/attachments.ts";
import { registerAuditRoutes } from "./http/routes/audit.ts";
import { registerChangeSettingsRoutes } from "./http/routes/change-settings.ts";
import { registerChangeRoutes } from "./http/routes/changes.ts";
import { registerCheckRoutes } from "./http/routes/checks.ts";
import { registerCiRoutes } from "./http/routes/cis.ts";
import { registerDeskSettingRoutes } from "./http/routes/desk-settings.ts";
import { registerDeviceRoutes } from "./http/routes/devices.ts";
import { registerFeedRoutes } from "./http/routes/feed.ts";
import { registerHealthRoutes } from "./http/routes/health.ts";
import { registerImportRoutes } from "./http/routes/imports.ts";
import { registerIntentRoutes } from "./http/routes/intents.ts";
import { registerJournalRoutes } from "./http/routes/journal.ts";
import { registerLifecycleRoutes } from "./http/routes/lifecycles.ts";
import { registerMailRoutes } from "./http/routes/mail.ts";
import { registerOfferRoutes } from "./http/routes/offers.ts";
import { registerOwnAccountRoutes } from "./http/routes/own-account.ts";
import { registerPeopleRoutes } from "./http/routes/people.ts";
import { registerPresenceRoutes } from "./http/routes/presence.ts";
import { registerReplyRoutes } from "./http/routes/replies.ts";
import { registerRuleRoutes } from "./http/routes/rules.ts";
import { registerSavedViewRoutes } from "./http/routes/saved-views.ts";
import { registerSessionRoutes } from "./http/routes/session.ts";
import { registerSetupRoutes } from "./http/routes/setup.ts";
import { registerSlaRoutes } from "./http/routes/sla.ts";
import { registerTeamRoutes } from "./http/routes/teams.ts";
import { registerTicketRoutes } from "./http/routes/tickets.ts";
import { registerWallRoutes } from "./http/routes/wall.ts";
import { buildServer, type TlsFiles } from "./http/server.ts";
import { Journal } from "./journal/journal.ts";
import { Mail } from "./mail/mail.ts";
import { Monitor } from "./monitor/monitor.ts";
import { ensureFirstAccount } from "./people/accounts.ts";
import { openStore } from "./store/open-store.ts";
import { ensureStandingPeople } from "./store/people.ts";
import { openKeyFile } from "./store/secret-box.ts";
import { SETTING } from "./store/settings.ts";
import type { Store } from "./store/store.ts";
import { WallReader } from "./wall/wall-reader.ts";

export interface BackgroundOptions {
	/** The folder of the desk's database. */
	readonly dataDir: string;
	readonly host: string;
	/** 0 takes a free one. */
	readonly port: number;
	/** Without it only loopback addresses are served. */
	readonly tls: TlsFiles | null;
	readonly auth: AuthOption;
	/** The built console. */
	readonly rendererDir: string;
	readonly version: string;
	/** How large an attached file may be from now on; `null` or absent leaves it. */
	readonly attachmentBytes?: number | null;
	/** One line for a person, without a line end. */
	readonly log: (message: string) => void;
	/** Opens this workstation's journal; without it there is none. Only the app's own shell has one. */
	readonly journalKey?: Buffer | null;
	/** The desk's clock; the system's unless a test has its own. */
	readonly now?: () => number;
}

/** The running background process. */
export interface Background {
	/** Where the console is, without a slash at its end. */
	readonly url: string;
	/** The one-time password of the account `admin`, on the run that made it; stored nowhere. */
	readonly firstPassword: string | null;
	readonly store: Store;
	/** Fills the desk: setup and imports. */
	readonly intake: Intake;
	/** Forgets uploads that have expired; done by itself every hour. */
	readonly sweepUploads: () => Promise<void>;
	/** Does what clocks ask for at their thresholds by now; done by itself every few seconds. */
	readonly actOnClocks: () => Promise<void>;
	/** Reminds of holds that are due and closes quiet incidents; done by itself every few seconds. */
	readonly actOnIncidents: () => Promise<void>;
	/** Stops taking requests, finishes what was begun, closes the file. */
	readonly close: () => Promise<void>;
}

const CORE_ROUTES: readonly RegisterRoutes[] = [
	registerHealthRoutes,
	registerSessionRoutes,
	registerOwnAccountRoutes,
	registerPeopleRoutes,
	registerCiRoutes,
	registerTeamRoutes,
	registerAccountRoutes,
	registerAuditRoutes,
	registerDeviceRoutes,
	registerTicketRoutes,
	registerAttachmentRoutes,
	registerIntentRoutes,
	registerChangeRoutes,
	registerFeedRoutes,
	registerCheckRoutes,
	registerAlertRoutes,
	registerRuleRoutes,
	registerSlaRoutes,
	registerChangeSettingsRoutes,
	registerOfferRoutes,
	registerArticleRoutes,
	registerPresenceRoutes,
	registerReplyRoutes,
	registerSavedViewRoutes,
	registerDeskSettingRoutes,
	registerLifecycleRoutes,
	registerMailRoutes,
	registerWallRoutes,
	registerSetupRoutes,
	registerImportRoutes,
	registerJournalRoutes,
];

/** Starts store, desk, monitor, alerts and HTTP. Throws with one clear sentence where it can't. */
export async function createBackground(options: BackgroundOptions): Promise<Background> {
	refuseUnsafe(options);
	const store = await openStore({
		dataDir: options.dataDir,
		onFailure: (error) => options.log(`a listener failed: ${String(error)}`),
	});
	const cookieName = (await store.readSetting<string>(SETTING.cookieName)) ?? store.epoch;
	const context = makeContext(store, options, cookieName);
	const janitor = new Janitor({
		store,
		files: context.attachmentFiles,
		attachments: context.attachments,
		now: context.now,
		onFailure: (error) => options.log(`old uploads could not be removed: ${String(error)}`),
	});
	const thresholds = new ThresholdKeeper({
		store,
		now: context.now,
		onFailure: (error) => options.log(`a threshold could not be acted on: ${String(error)}`),
	});
	const incidentTimes = new IncidentTimes({
		store,
		now: context.now,
		onFailure: (error) => options.log(`what time brings to incidents could not be done: ${String(error)}`),
	});
	try {
		await learnLifecycles(store);
		await ensureStandingPeople(store);
		await ensureDefinitions(store, context.now());
		await ensureChangeSettings(store);
		await ensureDeskSettings(store);
		if (options.attachmentBytes) await store.writeSetting(SETTING.attachmentBytes, options.attachmentBytes);
		const firstPassword =
			options.auth.mode === "password" ? await ensureFirstAccount(store, context.now()) : null;
		const app = await buildServer({
			context,
			host: options.host,
			tls: options.tls,
			trustedOrigins: options.auth.mode === "token" ? ["app://console"] : [],
			rendererDir: options.rendererDir,
			routes: CORE_ROUTES,
			log: options.log,
		});
		// Alerts listen before the first state can change.
		await context.alerts.start();
		await context.intake.resume();
		await context.monitor.start();
		janitor.start();
		thresholds.start();
		incidentTimes.start();
		await context.mail.start();
		await app.listen({ host: options.host, port: options.port });
		return {
			url: urlOf(options, app.server.address()),
			firstPassword,
			store,
			intake: context.intake,
			sweepUploads: () => janitor.sweep(),
			actOnClocks: () => thresholds.act(),
			actOnIncidents: () => incidentTimes.act(),
			close: async () => {
				// Feeds never end by themselves, and the server waits for what is open.
				context.feeds.dispose();
				await app.close();
				await janitor.dispose();
				await thresholds.dispose();
				await incidentTimes.dispose();
				await closeParts(context);
			},
		};
	} catch (error) {
		context.feeds.dispose();
		await janitor.dispose();
		await thresholds.dispose();
		await incidentTimes.dispose();
		await closeParts(context);
		throw error;
	}
}

/** In the order in which one still needs the next. */
async function closeParts({ journal, mail, monitor, alerts, intake, store }: ApiContext): Promise<void> {
	await journal?.close();
	await mail.dispose();
	await intake.dispose();
	await monitor.close();
	await alerts.close();
	await store.close();
}

function refuseUnsafe({ host, tls, auth }: BackgroundOptions): void {
	if (isLoopbackHost(host)) return;
	if (auth.mode === "open")
		throw new Error(`A desk without sign-in is served on loopback only, not on ${host}.`);
	if (!tls)
		throw new Error(`${host} is not a loopback address, so the desk needs a certificate to be served there.`);
}

function makeContext(store: Store, options: BackgroundOptions, cookieName: string): ApiContext {
	const now = options.now ?? Date.now;
	const cookies = makeCookieJar(cookieName, options.tls !== null);
	const { log, dataDir, journalKey } = options;
	const desk = makeDesk(store, now);
	const monitor = new Monitor({ store, log });
	const attachmentFiles = new AttachmentFiles(join(dataDir, "attachments"));
	const attachments = new Attachments({ store, files: attachmentFiles, now });
	return {
		store,
		desk,
		monitor,
		alerts: new Alerts({ store, desk: desk.port, log, now }),
		wall: new WallReader({ store, watcher: monitor, now }),
		access: new Access({ store, auth: options.auth, cookies, now }),
		feeds: new FeedHub(store, now),
		version: options.version,
		now,
		attachments,
		attachmentFiles,
		mail: new Mail({
			store,
			port: makeMailPort({ store, attachments, files: attachmentFiles, now }),
			dataDir,
			// In the app the system’s keychain holds a key.
			secretKey: journalKey ?? openKeyFile(dataDir),
			now,
			onFailure: (error) => log(`mail could not be handled: ${String(error)}`),
		}),
		intake: makeIntake({ store, dataDir, now, log }),
		journal: journalKey
			? new Journal({ folder: join(dataDir, "journal"), key: journalKey, deskName: "embedded" })
			: null,
	};
}

function urlOf(options: BackgroundOptions, address: unknown): string {
	const port =
		typeof address === "object" && address !== null && "port" in address ? address.port : options.port;
	const host = options.host.includes(":") ? `[${options.host}]` : options.host;
	return `${options.tls ? "https" : "http"}://${host}:${port}`;
}
