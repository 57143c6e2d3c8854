import type { Person } from "../../../../shared/api/directory.ts";
import { compileCalendar, makeDefaultCalendar } from "../../../../shared/sla/calendar.ts";
import { makeWallClock } from "../../../../shared/sla/wall-clock.ts";
import { seriesOf, type TicketKind } from "../../../../shared/ticket/kinds.ts";
import type { EpochMs } from "../../../../shared/ticket/ticket.ts";
import { inSlices, insertRows } from "../../store/bulk.ts";
import { toCheckRow } from "../../store/monitoring-rows.ts";
import { raiseCounter } from "../../store/numbers.ts";
import { findPerson } from "../../store/people.ts";
import { OWNER_PERSON_ID } from "../../store/ports.ts";
import { toCiRow, toHistoryRow, toPersonRow, toTeamRow, toTicketRow } from "../../store/rows.ts";
import { getSetting, putSetting, SETTING } from "../../store/settings.ts";
import type { Store, WriteScope } from "../../store/store.ts";
import { adoptZone } from "../sla/definitions.ts";
import { makeArrivals } from "./arrivals.ts";
import { COMPANY_NAME, type Company, makeCompany, OWNER_TEAM_IDS } from "./company.ts";
import { makeSampleTicket, type SampleTicket } from "./make-ticket.ts";
import { makeRandom } from "./random.ts";
import { makeSampleArticles } from "./sample-articles.ts";
import { type EndpointPorts, makeSampleChecks } from "./sample-checks.ts";

export interface SampleOptions {
	readonly tickets: number;
	/** The same seed and `now` make the same desk. */
	readonly seed?: number;
	readonly now: EpochMs;
	/** IANA zone of its business hours. */
	readonly zone: string;
	/** Where the sample's own endpoints listen, for its checks. */
	readonly endpoints: EndpointPorts;
	/** Hears 0–1 after each slice. */
	readonly onProgress: (progress: number) => void;
}

const DEFAULT_SEED = 20_260_401;
const SLICE = 250;

/**
 * Fills a desk with a made-up company and two months of its tickets. What is there already under the
 * same numbers is left alone, so that a filling which was cut short can be taken up again.
 */
export async function fillSample(store: Store, options: SampleOptions): Promise<void> {
	const random = makeRandom(options.seed ?? DEFAULT_SEED);
	const company = makeCompany(random, options.tickets);
	await writeCompany(store, company, options);
	const wallClock = makeWallClock(options.zone);
	const calendar = compileCalendar(makeDefaultCalendar(options.zone));
	const arrivals = makeArrivals({ count: options.tickets, now: options.now, wallClock, random });
	const counters = new Map<TicketKind, number>();
	const ownersFrom = arrivals.length - Math.max(8, Math.round(arrivals.length / 100));
	await inSlices(arrivals, SLICE, async (slice, from) => {
		const made = slice.map((at, index) => {
			const isOwners = from + index >= ownersFrom && (from + index) % 2 === 0;
			return makeSampleTicket({ random, company, calendar, counters, at, now: options.now, isOwners });
		});
		await writeTickets(store, made, counters);
		options.onProgress((from + slice.length) / arrivals.length);
	});
}

async function writeCompany(store: Store, company: Company, options: SampleOptions): Promise<void> {
	await store.write(async (scope) => {
		const { tx, logChange } = scope;
		const owner = await findPerson(tx, OWNER_PERSON_ID);
		const people: readonly Person[] = [
			...company.people,
			...(owner ? [{ ...owner, teamIds: [...OWNER_TEAM_IDS] }] : []),
		];
		await insertRows(tx, "team", company.teams.map(toTeamRow), { isReplacing: true });
		await insertRows(tx, "person", people.map(toPersonRow), { isReplacing: true });
		await insertRows(tx, "ci", company.cis.map(toCiRow), { isReplacing: true });
		for (const { id } of company.teams) logChange("team", id);
		for (const { id } of people) logChange("person", id);
		for (const { id } of company.cis) logChange("ci", id);
		await writeArticles(scope, options.now);
		await writeChecks(scope, store, options.endpoints);
		await adoptZone(scope, options.zone);
		if ((await getSetting(tx, SETTING.deskName)) === null)
			await putSetting(tx, SETTING.deskName, COMPANY_NAME);
	});
}

async function writeArticles({ tx, logChange }: WriteScope, now: EpochMs): Promise<void> {
	const articles = makeSampleArticles(OWNER_PERSON_ID, now);
	const wordings = articles.map(({ id, version, body, edited_by_id, edited_at }) => ({
		article_id: id,
		version,
		body,
		edited_by_id,
		edited_at,
	}));
	await insertRows(tx, "article", articles, { isReplacing: true });
	await insertRows(tx, "article_version", wordings, { isReplacing: true });
	for (const { id } of articles) logChange("article", id);
}

async function writeChecks(
	{ tx, logChange, afterCommit }: WriteScope,
	store: Store,
	endpoints: EndpointPorts,
): Promise<void> {
	const checks = makeSampleChecks(endpoints);
	await insertRows(tx, "check_definition", checks.map(toCheckRow), { isReplacing: true });
	for (const check of checks) {
		logChange("check", check.id);
		afterCommit(() => store.events.emit("check.saved", { check }));
	}
}

async function writeTickets(
	store: Store,
	made: readonly SampleTicket[],
	counters: ReadonlyMap<TicketKind, number>,
): Promise<void> {
	await store.write(async ({ tx, logChange }) => {
		const numbers = made.map(({ ticket }) => ticket.number);
		const present = await tx.selectFrom("ticket").select("number").where("number", "in", numbers).execute();
		const known = new Set(present.map(({ number }) => number));
		const missing = made.filter(({ ticket }) => !known.has(ticket.number));
		await insertRows(
			tx,
			"ticket",
			missing.map(({ ticket }) => toTicketRow(ticket)),
		);
		await insertRows(
			tx,
			"history",
			missing.flatMap(({ history }) => history.map(toHistoryRow)),
		);
		for (const { ticket } of missing) logChange("ticket", ticket.id);
		for (const [kind, counter] of counters) await raiseCounter(tx, seriesOf(kind), counter);
	});
}
