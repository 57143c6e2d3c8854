import type { EpochMs } from "../ticket/ticket.ts";

/** One version of a definition: never edited, superseded by a higher one from that one's date on. */
export interface Version {
	/** 1, 2, 3 … */
	readonly version: number;
	/** From when on it applies; 0 is always. */
	readonly effectiveFrom: EpochMs;
	readonly savedAt: EpochMs;
	/** `null`: the desk itself. */
	readonly savedById: string | null;
}

/** A stretch of time in which one version applies, until the next begins. */
export interface InForce<Kind extends Version> {
	readonly from: EpochMs;
	readonly version: Kind;
}

/** Which version applies when: of those that have begun, the newest. A later edit also replaces one that is still to come. */
export function timelineOf<Kind extends Version>(versions: readonly Kind[]): readonly InForce<Kind>[] {
	const stretches: InForce<Kind>[] = [];
	const byDate = [...versions].sort(
		(one, other) => one.effectiveFrom - other.effectiveFrom || one.version - other.version,
	);
	for (const version of byDate) {
		const last = stretches.at(-1);
		if (last && last.version.version > version.version) continue;
		if (last?.from === version.effectiveFrom) stretches.pop();
		stretches.push({ from: version.effectiveFrom, version });
	}
	return stretches;
}

/** The version that applies at a moment; `null` before the first. */
export function inForceAt<Kind extends Version>(versions: readonly Kind[], at: EpochMs): Kind | null {
	return timelineOf(versions).findLast(({ from }) => from <= at)?.version ?? null;
}

/** The newest one saved, in force or not: what an edit starts from. */
export function newestOf<Kind extends Version>(versions: readonly Kind[]): Kind | undefined {
	return versions.reduce<Kind | undefined>(
		(newest, version) => ((newest?.version ?? 0) < version.version ? version : newest),
		undefined,
	);
}
