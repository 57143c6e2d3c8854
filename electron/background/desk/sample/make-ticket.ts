import { v7 } from "uuid";
import type { HistoryEntry } from "../../../../shared/api/tickets.ts";
import type { CompiledCalendar } from "../../../../shared/sla/calendar.ts";
import { formatTicketNumber, type TicketKind } from "../../../../shared/ticket/kinds.ts";
import type { Level } from "../../../../shared/ticket/priority.ts";
import type { EpochMs, Ticket } from "../../../../shared/ticket/ticket.ts";
import { OWNER_PERSON_ID } from "../../store/ports.ts";
import { type Company, FRONT_TEAM_ID, OWNER_TEAM_IDS } from "./company.ts";
import { liveIncident } from "./incident-life.ts";
import type { LifeParts } from "./life.ts";
import { liveChange, liveProblem, liveRequest } from "./other-lives.ts";
import type { Random } from "./random.ts";
import { CHANGE_STORIES } from "./stories/change-stories.ts";
import { INCIDENT_STORIES } from "./stories/incident-stories.ts";
import { PROBLEM_STORIES } from "./stories/problem-stories.ts";
import { REQUEST_STORIES } from "./stories/request-stories.ts";
import { makeFillIn, type Story } from "./stories/story.ts";
import { TicketDraft } from "./ticket-draft.ts";

/** One made-up ticket with its whole history. */
export interface SampleTicket {
	readonly ticket: Ticket;
	readonly history: readonly HistoryEntry[];
}

export interface SampleTicketParts {
	readonly random: Random;
	readonly company: Company;
	readonly calendar: CompiledCalendar;
	readonly counters: Map<TicketKind, number>;
	readonly at: EpochMs;
	readonly now: EpochMs;
	/** Belongs to the desk's owner from the start, so that "mine" is not empty. */
	readonly isOwners: boolean;
}

interface Kind {
	readonly kind: TicketKind;
	/** Of 100 tickets. */
	readonly share: number;
	readonly stories: readonly Story[];
	readonly live: (parts: LifeParts) => void;
}

const KINDS: readonly Kind[] = [
	{ kind: "incident", share: 64, stories: INCIDENT_STORIES, live: liveIncident },
	{ kind: "request", share: 25, stories: REQUEST_STORIES, live: liveRequest },
	{ kind: "problem", share: 4, stories: PROBLEM_STORIES, live: liveProblem },
	{ kind: "change", share: 7, stories: CHANGE_STORIES, live: liveChange },
];

/** Far above what real logs begin with, so that one can still be imported next to the sample. */
const FIRST_COUNTER = 1_000_000;

/** Impact and urgency by how far it reaches: weights of 1 High, 2 Medium, 3 Low. */
const IMPACTS = { wide: [5, 6, 1], some: [0.4, 7, 3], narrow: [0, 0.6, 9] } as const;
const URGENCIES = { wide: [5, 6, 1], some: [1.5, 6, 3], narrow: [0.3, 4, 6] } as const;
const CHANNELS = ["Phone", "Email", "Self-service", "Walk-in"];

export function makeSampleTicket(parts: SampleTicketParts): SampleTicket {
	const { random, company, at, isOwners } = parts;
	const kind = KINDS[random.weighted(KINDS.map(({ share }) => share))] ?? KINDS[0];
	if (!kind) throw new Error("there are no kinds of tickets");
	const told = pickStory(parts, kind);
	const fillIn = makeFillIn(random);
	const story = {
		...told,
		title: fillIn(told.title),
		text: fillIn(told.text),
		finding: fillIn(told.finding),
		ending: fillIn(told.ending),
	};
	const draft = openDraft(parts, kind.kind, story);
	const assigneeId = isOwners ? OWNER_PERSON_ID : null;
	kind.live({ draft, story, random, company, calendar: parts.calendar, startsAt: at, assigneeId });
	return { ticket: draft.ticket, history: draft.history };
}

function pickStory({ random, isOwners }: SampleTicketParts, { stories }: Kind): Story {
	const own = stories.filter(({ teamId }) => OWNER_TEAM_IDS.includes(teamId));
	return random.pick(isOwners && own.length > 0 ? own : stories);
}

function openDraft(parts: SampleTicketParts, kind: TicketKind, story: Story): TicketDraft {
	const { random, company, counters, at, now, isOwners } = parts;
	const counter = (counters.get(kind) ?? FIRST_COUNTER) + 1;
	counters.set(kind, counter);
	const caller = random.pick(company.callers);
	const contactType = CHANNELS[random.weighted([5, 2, 4, 0.6])] ?? "Phone";
	const isFromFront = kind === "incident" && !isOwners && random.chance(0.45);
	const opener = contactType === "Self-service" ? caller.id : random.pick(company.membersOf(FRONT_TEAM_ID));
	const opening = {
		id: v7({ msecs: at, random: random.bytes(16) }),
		number: formatTicketNumber(kind, counter),
		kind,
		contactType,
		openedById: opener,
		at,
		set: {
			shortDescription: story.title,
			description: story.text,
			callerId: caller.id,
			impact: levelOf(random, IMPACTS[story.reach]),
			urgency: caller.isVip ? 1 : levelOf(random, URGENCIES[story.reach]),
			teamId: isFromFront ? FRONT_TEAM_ID : story.teamId,
			assigneeId: isOwners ? OWNER_PERSON_ID : null,
			category: story.category,
			subcategory: story.subcategory,
			serviceId: story.serviceId,
			ciId: story.ciId,
		},
	} as const;
	return new TicketDraft(opening, now);
}

const LEVELS: readonly Level[] = [1, 2, 3];

function levelOf(random: Random, weights: readonly number[]): Level {
	return LEVELS[random.weighted(weights)] ?? 3;
}
