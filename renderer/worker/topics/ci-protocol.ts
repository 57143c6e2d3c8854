/** What the pages of services and CIs are given. */
import type { Alert } from "../../../shared/api/alerts.ts";
import type { Ci } from "../../../shared/api/directory.ts";
import type { CiClass, CiRelationKind } from "../../../shared/ci/ci.ts";
import type { Health } from "../../../shared/ci/service-health.ts";
import type { ImpactSuggestion } from "../../../shared/ci/suggest-impact.ts";
import type { CheckRow } from "../protocol.ts";
import type { QueueRow } from "../views/view-protocol.ts";

/** Which CIs; empty words and absent fields mean any. */
export interface CisQuery {
	/** Words of name, external id, location or note. */
	readonly text: string;
	readonly show: "services" | "all" | CiClass | "retired";
	readonly teamId: string | null;
	readonly limit: number;
}

export interface CiRow {
	readonly ci: Ci;
	readonly teamName: string | null;
	readonly health: Health;
}

export interface CisList {
	/** How many match in all. */
	readonly total: number;
	/** How many there are at all. */
	readonly known: number;
	readonly rows: readonly CiRow[];
}

/** A CI by name, where a path or a tree leads to it. */
export interface NamedCi {
	readonly id: string;
	readonly name: string;
	readonly class: CiClass;
	readonly criticality: number;
	readonly health: Health;
}

export interface TreeRow extends NamedCi {
	/** 1 is next to the CI itself. */
	readonly depth: number;
	readonly isRepeated: boolean;
}

/** One relation as told from this CI. */
export interface RelatedRow {
	readonly kind: CiRelationKind;
	/** `out`: this CI has it; `in`: the other one does. */
	readonly direction: "out" | "in";
	readonly other: NamedCi;
}

/** A CI with everything that is known about how it is. */
export interface CiView {
	readonly ci: Ci;
	readonly teamName: string | null;
	readonly health: Health;
	/** From the CI to what makes it so. */
	readonly because: readonly NamedCi[];
	readonly needs: readonly TreeRow[];
	readonly neededBy: readonly TreeRow[];
	/** One of the trees is longer than is shown. */
	readonly isCut: boolean;
	readonly relations: readonly RelatedRow[];
	readonly checks: readonly CheckRow[];
	readonly alerts: readonly Alert[];
	/** Open tickets that name it, without changes; the newest first. */
	readonly tickets: readonly QueueRow[];
	/** Open changes that name it. */
	readonly changes: readonly QueueRow[];
}

/** What the CI of a ticket says about it. */
export interface ImpactView {
	readonly ciId: string;
	readonly ownerTeam: { readonly id: string; readonly name: string } | null;
	readonly suggestion: ImpactSuggestion | null;
}
