import type { Ci, Person, Team } from "../../../../shared/api/directory.ts";
import { OWNER_PERSON_ID } from "../../store/ports.ts";
import { DEPARTMENTS, FIRST_NAMES, LAST_NAMES, SITES } from "./names.ts";
import type { Random } from "./random.ts";

/** The made-up company that the sample desk works for. */
export interface Company {
	readonly teams: readonly Team[];
	readonly cis: readonly Ci[];
	/** Without the desk's owner. */
	readonly people: readonly Person[];
	readonly callers: readonly Person[];
	readonly leads: readonly Person[];
	/** Who works in a team, the desk's owner included. */
	readonly membersOf: (teamId: string) => readonly string[];
}

export const COMPANY_NAME = "Brightwater Logistics";
export const FRONT_TEAM_ID = "team-service-desk";
/** The desk's owner works in both. */
export const OWNER_TEAM_IDS = [FRONT_TEAM_ID, "team-network"];

const TEAMS: readonly (readonly [id: string, name: string, agents: number])[] = [
	[FRONT_TEAM_ID, "Service Desk", 8],
	["team-workplace", "Workplace", 5],
	["team-network", "Network", 4],
	["team-identity", "Identity and Access", 3],
	["team-applications", "Business Applications", 5],
	["team-platform", "Platform and Databases", 4],
	["team-security", "Security Operations", 3],
];

type CiLine = readonly [
	id: string,
	name: string,
	ciClass: Ci["class"],
	teamId: string,
	criticality: number,
	dependsOn: string,
];

const CIS: readonly CiLine[] = [
	["ci-email", "Email and calendar", "service", "team-workplace", 1, "ci-mail-relay ci-directory"],
	["ci-intranet", "Intranet", "service", "team-applications", 3, "ci-intranet-web ci-dns"],
	["ci-shop", "Online shop", "service", "team-applications", 1, "ci-shop-web ci-payments"],
	["ci-erp", "ERP", "service", "team-applications", 1, "ci-erp-app ci-directory"],
	["ci-warehouse", "Warehouse scanning", "service", "team-applications", 1, "ci-wms-app ci-wifi-controller"],
	["ci-remote", "Remote access", "service", "team-network", 2, "ci-vpn-gateway ci-directory ci-mfa"],
	["ci-wifi", "Office Wi-Fi", "service", "team-network", 2, "ci-wifi-controller ci-core-switch"],
	["ci-telephony", "Telephony", "service", "team-network", 2, "ci-pbx ci-core-switch"],
	["ci-printing", "Printing", "service", "team-workplace", 3, "ci-print-server"],
	["ci-files", "File shares", "service", "team-platform", 2, "ci-file-server ci-directory"],
	["ci-signin", "Sign-in and passwords", "service", "team-identity", 1, "ci-directory ci-mfa"],
	["ci-payroll", "Payroll and HR portal", "service", "team-applications", 2, "ci-hr-app"],
	["ci-laptops", "Laptops and desktops", "service", "team-workplace", 3, "ci-deployment"],
	["ci-doors", "Badge doors", "service", "team-security", 2, "ci-door-controller"],
	["ci-shop-web", "shop-web-01", "server", "team-platform", 1, "ci-shop-db ci-load-balancer"],
	["ci-shop-db", "shop-db-01", "server", "team-platform", 1, "ci-storage"],
	["ci-payments", "Payment gateway", "application", "team-applications", 1, "ci-firewall"],
	["ci-erp-app", "erp-app-01", "server", "team-platform", 1, "ci-erp-db"],
	["ci-erp-db", "erp-db-01", "server", "team-platform", 1, "ci-storage"],
	["ci-wms-app", "Warehouse management", "application", "team-applications", 1, "ci-erp-db"],
	["ci-hr-app", "HR portal", "application", "team-applications", 3, "ci-directory"],
	["ci-intranet-web", "intranet-web-01", "server", "team-platform", 3, "ci-storage"],
	["ci-mail-relay", "mail-relay-01", "server", "team-platform", 1, "ci-firewall"],
	["ci-directory", "Directory", "application", "team-identity", 1, "ci-dns"],
	["ci-mfa", "Second-factor service", "application", "team-identity", 1, "ci-firewall"],
	["ci-print-server", "print-02", "server", "team-workplace", 3, "ci-core-switch"],
	["ci-file-server", "files-01", "server", "team-platform", 2, "ci-storage"],
	["ci-deployment", "Software deployment", "application", "team-workplace", 3, "ci-directory"],
	["ci-storage", "san-01", "other", "team-platform", 1, ""],
	["ci-load-balancer", "lb-01", "network", "team-network", 1, "ci-core-switch"],
	["ci-vpn-gateway", "vpn-01", "network", "team-network", 2, "ci-firewall"],
	["ci-wifi-controller", "wlc-01", "network", "team-network", 2, "ci-core-switch"],
	["ci-core-switch", "core-sw-01", "network", "team-network", 1, ""],
	["ci-firewall", "fw-01", "network", "team-network", 1, "ci-core-switch"],
	["ci-dns", "ns-01", "network", "team-network", 1, "ci-core-switch"],
	["ci-pbx", "pbx-01", "server", "team-network", 2, "ci-core-switch"],
	["ci-door-controller", "door-controller-01", "endpoint", "team-security", 2, "ci-core-switch"],
];

/** What others lie on rather than ask. */
const CARRIERS: ReadonlySet<string> = new Set(["ci-storage"]);

/** Makes up the company; more tickets need more callers and more hands. */
export function makeCompany(random: Random, tickets: number): Company {
	const scale = Math.sqrt(Math.max(1, tickets / 2_000));
	const names = new NameGiver(random);
	const agents = TEAMS.flatMap(([teamId, , count]) =>
		Array.from({ length: Math.round(count * scale) }, (_, index) =>
			makeAgent(names, random, teamId, index === 0 ? ["agent", "lead"] : ["agent"]),
		),
	);
	const callers = Array.from({ length: Math.round(180 * scale) }, (_, index) =>
		makeCaller(names, random, index < 3),
	);
	const members = new Map(TEAMS.map(([teamId]) => [teamId, membersOf(teamId, agents)]));
	return {
		teams: TEAMS.map(([id, name]) => ({ id, name, isActive: true })),
		cis: CIS.map(toCi),
		people: [...agents, ...callers],
		callers,
		leads: agents.filter(({ roles }) => roles.includes("lead")),
		membersOf: (teamId) => members.get(teamId) ?? [],
	};
}

function membersOf(teamId: string, agents: readonly Person[]): readonly string[] {
	const ids = agents.filter(({ teamIds }) => teamIds.includes(teamId)).map(({ id }) => id);
	return OWNER_TEAM_IDS.includes(teamId) ? [...ids, OWNER_PERSON_ID] : ids;
}

function toCi([id, name, ciClass, ownerTeamId, criticality, dependsOn]: CiLine): Ci {
	const needed = dependsOn.split(" ").filter((word) => word !== "");
	const runsOnIds = needed.filter((each) => CARRIERS.has(each));
	const ci: Ci = {
		id,
		name,
		class: ciClass,
		ownerTeamId,
		criticality,
		dependsOnIds: needed.filter((each) => !CARRIERS.has(each)),
	};
	return runsOnIds.length === 0 ? ci : { ...ci, runsOnIds };
}

function makeAgent(names: NameGiver, random: Random, teamId: string, roles: Person["roles"]): Person {
	const isAlsoAtFront = teamId !== FRONT_TEAM_ID && random.chance(0.1);
	return {
		...names.person("agent"),
		department: "IT",
		isVip: false,
		roles,
		teamIds: isAlsoAtFront ? [teamId, FRONT_TEAM_ID] : [teamId],
	};
}

function makeCaller(names: NameGiver, random: Random, isVip: boolean): Person {
	return {
		...names.person("caller"),
		department: isVip ? "Management Board" : random.pick(DEPARTMENTS),
		isVip,
		roles: ["caller"],
		teamIds: [],
	};
}

/** Gives everybody another name. */
class NameGiver {
	readonly #random: Random;
	readonly #taken = new Map<string, number>();
	#count = 0;

	constructor(random: Random) {
		this.#random = random;
	}

	person(role: string): Pick<Person, "id" | "name" | "email" | "phone" | "location" | "isActive"> {
		const plain = `${this.#random.pick(FIRST_NAMES)} ${this.#random.pick(LAST_NAMES)}`;
		const nth = (this.#taken.get(plain) ?? 0) + 1;
		this.#taken.set(plain, nth);
		this.#count += 1;
		const name = nth === 1 ? plain : plain.replace(" ", ` ${String.fromCharCode(64 + nth)}. `);
		return {
			id: `${role}-${this.#count}`,
			name,
			email: `${asciiOf(name)}@brightwater.example`,
			phone: `+44 1632 96${String(this.#random.whole(0, 9_999)).padStart(4, "0")}`,
			location: this.#random.pick(SITES),
			isActive: true,
		};
	}
}

function asciiOf(name: string): string {
	return name
		.normalize("NFD")
		.replace(/[^\w .-]/g, "")
		.toLowerCase()
		.replace(/[ .]+/g, ".");
}
