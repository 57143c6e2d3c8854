import type { Alert } from "../../../shared/api/alerts.ts";
import type { Change, ChangeKind } from "../../../shared/api/changes.ts";
import type { Check } from "../../../shared/api/checks.ts";
import {
	DEFAULT_DESK_SETTINGS,
	type DeskSettings,
	type MailState,
	NO_MAIL,
	type TravellingSetting,
} from "../../../shared/api/desk-settings.ts";
import type { Ci, Person, Team } from "../../../shared/api/directory.ts";
import type { LifecycleRecord } from "../../../shared/api/lifecycles.ts";
import { CHANGE_SETTINGS_ID, type ChangeSettingsRecord } from "../../../shared/change/settings.ts";
import type { Article } from "../../../shared/knowledge/article.ts";
import type { Reply } from "../../../shared/reply/reply.ts";
import type { Offer } from "../../../shared/request/offer.ts";
import type { CalendarRecord } from "../../../shared/sla/calendar.ts";
import type { Definitions, PolicyRecord } from "../../../shared/sla/policy.ts";
import { newestOf } from "../../../shared/sla/versions.ts";
import type { SavedView } from "../../../shared/view/saved-view.ts";
import type { ThingsRecord } from "../storage/cache-store.ts";

type ThingKind = Exclude<ChangeKind, "ticket">;
interface ThingRows {
	readonly person: Person;
	readonly team: Team;
	readonly ci: Ci;
	readonly check: Check;
	readonly alert: Alert;
	readonly calendar: CalendarRecord;
	readonly policy: PolicyRecord;
	readonly changeSettings: ChangeSettingsRecord;
	readonly offer: Offer;
	readonly setting: TravellingSetting;
	readonly lifecycle: LifecycleRecord;
	readonly view: SavedView;
	readonly reply: Reply;
	readonly article: Article;
}
type ThingMaps = { readonly [Kind in ThingKind]: Map<string, ThingRows[Kind]> };

/** Everything cached that is not a ticket: few enough to be whole in memory. */
export class Things {
	readonly #maps: ThingMaps = {
		person: new Map(),
		team: new Map(),
		ci: new Map(),
		check: new Map(),
		alert: new Map(),
		calendar: new Map(),
		policy: new Map(),
		changeSettings: new Map(),
		offer: new Map(),
		setting: new Map(),
		lifecycle: new Map(),
		view: new Map(),
		reply: new Map(),
		article: new Map(),
	};
	readonly #unsaved = new Set<ThingKind>();
	/** Rises with every change of a name that lists show. */
	namesVersion = 0;
	/** Rises with every change of a CI. */
	cisVersion = 0;

	get people(): ReadonlyMap<string, Person> {
		return this.#maps.person;
	}
	get teams(): ReadonlyMap<string, Team> {
		return this.#maps.team;
	}
	get cis(): ReadonlyMap<string, Ci> {
		return this.#maps.ci;
	}
	get checks(): ReadonlyMap<string, Check> {
		return this.#maps.check;
	}
	get alerts(): ReadonlyMap<string, Alert> {
		return this.#maps.alert;
	}
	/** What can be requested, or could be. */
	get offers(): ReadonlyMap<string, Offer> {
		return this.#maps.offer;
	}

	/** Those that people saved, as far as they may be seen. */
	get savedViews(): ReadonlyMap<string, SavedView> {
		return this.#maps.view;
	}
	/** Texts for comments and work notes, as far as they may be seen. */
	get replies(): ReadonlyMap<string, Reply> {
		return this.#maps.reply;
	}
	/** What is known, as far as it may be read. */
	get articles(): ReadonlyMap<string, Article> {
		return this.#maps.article;
	}
	/** The kinds that the desk has defined itself. */
	get lifecycles(): readonly LifecycleRecord[] {
		return [...this.#maps.lifecycle.values()];
	}
	/** What clocks depend on. */
	get definitions(): Definitions {
		return { calendars: [...this.#maps.calendar.values()], policies: [...this.#maps.policy.values()] };
	}

	/** What the desk says about its changes; `undefined` until it was heard. */
	get changeSettings(): ChangeSettingsRecord | undefined {
		return this.#maps.changeSettings.get(CHANGE_SETTINGS_ID);
	}

	/** What the desk has chosen for all tickets; what every desk begins with until it is known. */
	get settings(): DeskSettings {
		const [incidents, priorities] = [
			this.#maps.setting.get("incidents"),
			this.#maps.setting.get("priorities"),
		];
		return {
			incidents: incidents?.id === "incidents" ? incidents : DEFAULT_DESK_SETTINGS.incidents,
			priorities: priorities?.id === "priorities" ? priorities : DEFAULT_DESK_SETTINGS.priorities,
		};
	}

	/** How the desk's mail stands. */
	get mail(): MailState {
		const mail = this.#maps.setting.get("mail");
		return mail?.id === "mail" ? mail : NO_MAIL;
	}

	apply(change: Change): void {
		if (change.kind === "ticket") return;
		this.#unsaved.add(change.kind);
		if (change.kind === "person" || change.kind === "team" || change.kind === "ci") this.namesVersion += 1;
		if (change.kind === "ci") this.cisVersion += 1;
		const map = this.#maps[change.kind] as Map<string, unknown>;
		if ("row" in change) map.set(change.id, change.row);
		else map.delete(change.id);
	}

	/** The name of a person, team or CI, or of a policy that acts as a rule. */
	nameOf(id: string): string | undefined {
		const named = this.people.get(id) ?? this.teams.get(id) ?? this.cis.get(id) ?? this.articles.get(id);
		return (named ?? newestOf(this.#maps.policy.get(id)?.versions ?? []))?.name;
	}

	/** The kinds that changed since they were last written, as they are to be written. */
	unsaved(): readonly ThingsRecord[] {
		return [...this.#unsaved].map((kind) => ({ kind, text: this.#textOf(kind) }));
	}

	/** These are on disk; a kind that changed meanwhile is not. */
	noteSaved(records: readonly ThingsRecord[]): void {
		for (const { kind, text } of records) if (this.#textOf(kind) === text) this.#unsaved.delete(kind);
	}

	#textOf(kind: ThingKind): string {
		return JSON.stringify([...this.#maps[kind].values()]);
	}

	/** Throws where the record is damaged. */
	load(record: ThingsRecord): void {
		const rows: unknown = JSON.parse(record.text);
		const map = this.#maps[record.kind] as Map<string, unknown> | undefined;
		if (!map || !Array.isArray(rows)) throw new Error(`cached ${record.kind}: damaged`);
		for (const row of rows) map.set(String((row as { id: unknown }).id), row);
		this.namesVersion += 1;
		this.cisVersion += 1;
	}
}
