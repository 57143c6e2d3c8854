import type { Aspect, Model } from "../engine/model.ts";
import { presencePayload } from "../presence/presences.ts";
import type { Topic, Topics } from "../protocol.ts";
import { countViews } from "../views/count-views.ts";
import { approvalsPayload } from "./approvals-topic.ts";
import { articleHintsPayload, articlePayload, articlesPayload } from "./article-topics.ts";
import { batchPayload } from "./batch-topic.ts";
import { changePlanPayload } from "./change-topics.ts";
import { ciPayload } from "./ci-topic.ts";
import { cisPayload } from "./cis-topic.ts";
import { impactPayload } from "./impact-topic.ts";
import { majorsPayload } from "./majors-topic.ts";
import { alertsPayload, checksPayload } from "./monitor-topics.ts";
import { outboxPayload } from "./outbox-topic.ts";
import { peoplePayload, teamsPayload } from "./people-topic.ts";
import { countsPayload, homePayload, searchPayload, viewPayload } from "./queue-topics.ts";
import { relativesPayload } from "./relatives-topic.ts";
import { repliesPayload } from "./replies-topic.ts";
import { savedViewsPayload } from "./saved-views-topic.ts";
import { similarPayload } from "./similar-topic.ts";
import { staffPayload } from "./staff-topic.ts";
import { syncPayload } from "./sync-topic.ts";
import { ticketPayload } from "./ticket-topic.ts";
import { trendPayload, workloadPayload } from "./workload-topics.ts";

/** How one topic is made, and of what. `undefined`: nothing to say yet. */
interface TopicSource<Name extends Topic> {
	readonly aspects: ReadonlySet<Aspect>;
	readonly make: (
		model: Model,
		params: Topics[Name]["params"],
	) => Topics[Name]["payload"] | undefined | Promise<Topics[Name]["payload"] | undefined>;
}

const of = (...aspects: readonly Aspect[]): ReadonlySet<Aspect> => new Set(aspects);
/** Topics that wait until the cache was read. */
const onceStarted = <Value>(model: Model, make: () => Value): Value | undefined =>
	model.isStarted ? make() : undefined;

export const TOPIC_SOURCES: { readonly [Name in Topic]: TopicSource<Name> } = {
	view: {
		aspects: of("tickets", "names", "session", "clock"),
		make: (model, { query, window }) => viewPayload(model, query, window),
	},
	neighbours: {
		aspects: of("tickets", "names", "session", "clock"),
		make: (model, { query, ticketId, placeBefore }) =>
			model.generation?.views.around(query, ticketId, placeBefore),
	},
	ticket: {
		aspects: of("tickets", "names", "alerts", "histories", "outbox", "session", "clock", "definitions"),
		make: (model, { key }) => ticketPayload(model, key),
	},
	relatives: {
		aspects: of("tickets", "names", "outbox", "session", "clock"),
		make: (model, { ticketId }) => relativesPayload(model, ticketId),
	},
	approvals: {
		aspects: of("tickets", "names", "outbox", "session", "clock"),
		make: (model, { ticketId }) => approvalsPayload(model, ticketId),
	},
	majors: {
		aspects: of("tickets", "names", "outbox", "session", "clock"),
		make: (model) => majorsPayload(model),
	},
	search: {
		aspects: of("tickets", "names", "session", "clock"),
		make: (model, { text, limit }) => searchPayload(model, text, limit),
	},
	similar: {
		aspects: of("tickets", "names", "session"),
		make: (model, question) => similarPayload(model, question),
	},
	counts: {
		aspects: of("tickets", "alerts", "checks", "session", "clock"),
		make: (model) => countsPayload(model),
	},
	savedViews: {
		aspects: of("views", "names", "session"),
		make: (model) => savedViewsPayload(model),
	},
	replies: {
		aspects: of("views", "names", "session"),
		make: (model) => repliesPayload(model),
	},
	articles: {
		aspects: of("articles", "names", "session"),
		make: (model, query) => articlesPayload(model, query),
	},
	article: {
		aspects: of("articles", "names", "session"),
		make: (model, query) => articlePayload(model, query),
	},
	articleHints: {
		aspects: of("articles", "names", "session"),
		make: (model, query) => articleHintsPayload(model, query),
	},
	viewCounts: {
		aspects: of("tickets", "names", "session", "clock"),
		make: ({ generation }, { queries }) => (generation ? countViews(generation.views, queries) : undefined),
	},
	workload: {
		aspects: of("tickets", "names", "session", "clock"),
		make: (model, query) => workloadPayload(model, query),
	},
	trend: {
		aspects: of("tickets", "session"),
		make: (model, query) => trendPayload(model, query),
	},
	home: {
		aspects: of("tickets", "names", "alerts", "checks", "session", "clock"),
		make: (model) => homePayload(model),
	},
	sync: { aspects: of("sync", "outbox", "session", "clock"), make: (model) => syncPayload(model) },
	outbox: {
		aspects: of("outbox", "tickets", "sync", "session"),
		make: (model) => onceStarted(model, () => outboxPayload(model)),
	},
	batch: {
		aspects: of("outbox", "session"),
		make: (model, { batchId }) => batchPayload(model, batchId),
	},
	alerts: {
		aspects: of("alerts", "checks", "names", "session"),
		make: (model, { isFiringOnly }) => (model.generation ? alertsPayload(model, isFiringOnly) : undefined),
	},
	checks: {
		aspects: of("checks", "figures", "names", "session"),
		make: (model) => (model.generation ? checksPayload(model) : undefined),
	},
	presence: {
		aspects: of("presence", "sync", "names", "session"),
		make: (model) => presencePayload(model),
	},
	session: { aspects: of("session"), make: (model) => onceStarted(model, () => model.session) },
	definitions: {
		aspects: of("definitions", "session"),
		make: (model) => model.generation?.cache.things.definitions,
	},
	changeSettings: {
		aspects: of("definitions", "session"),
		make: (model) => (model.generation ? (model.generation.cache.things.changeSettings ?? null) : undefined),
	},
	changePlan: {
		aspects: of("tickets", "session"),
		make: (model, { from }) => changePlanPayload(model, from),
	},
	offers: {
		aspects: of("definitions", "session"),
		make: (model) => {
			const offers = model.generation?.cache.things.offers.values();
			return offers ? [...offers].sort((one, other) => one.name.localeCompare(other.name)) : undefined;
		},
	},
	settings: {
		aspects: of("definitions", "session"),
		make: (model) => model.generation?.cache.things.settings,
	},
	mail: {
		aspects: of("definitions", "session"),
		make: (model) => model.generation?.cache.things.mail,
	},
	lifecycles: {
		aspects: of("lifecycles", "session"),
		make: (model) => model.generation?.cache.things.lifecycles,
	},
	people: {
		aspects: of("names", "session"),
		make: (model, query) => (model.generation ? peoplePayload(model, query) : undefined),
	},
	person: {
		aspects: of("names", "session"),
		make: (model, { personId }) =>
			model.generation ? (model.generation.cache.things.people.get(personId) ?? null) : undefined,
	},
	teams: {
		aspects: of("names", "session"),
		make: (model) => (model.generation ? teamsPayload(model) : undefined),
	},
	cis: {
		aspects: of("names", "alerts", "checks", "session"),
		make: (model, query) => cisPayload(model, query),
	},
	ci: {
		aspects: of("tickets", "names", "alerts", "checks", "figures", "outbox", "session", "clock"),
		make: (model, { ciId }) => ciPayload(model, ciId),
	},
	impact: {
		aspects: of("names", "session"),
		make: (model, { ciId }) => impactPayload(model, ciId),
	},
	staff: {
		aspects: of("names", "session"),
		make: (model) => onceStarted(model, () => staffPayload(model)),
	},
};
