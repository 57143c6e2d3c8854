import type { CheckResult, CheckState } from "../../../shared/api/checks.ts";
import type { JsonText } from "../store/tables.ts";

/** Results as columns: times as differences, what repeats (the outcome) once. About 30 bytes a result. */
interface Packed {
	readonly v: 1;
	/** The first is absolute, the others are differences. */
	readonly at: readonly number[];
	/** Index into `outcomes`. */
	readonly outcome: readonly number[];
	readonly outcomes: readonly (readonly [
		state: CheckState,
		summary: string,
		statusCode: number | null,
		errorCode: string | null,
	])[];
	readonly totalMs: readonly number[];
	/** dns, connect, tls, first byte, transfer. */
	readonly phases: readonly (readonly (number | null)[])[];
}

/** The format of the column `check_result.results`. */
export function packResults(results: readonly CheckResult[]): JsonText {
	const outcomes = new Map<string, { readonly index: number; readonly entry: Packed["outcomes"][number] }>();
	const outcome = results.map(({ state, summary, statusCode, errorCode }) => {
		const entry = [state, summary, statusCode, errorCode] as const;
		const key = JSON.stringify(entry);
		const known = outcomes.get(key) ?? { index: outcomes.size, entry };
		outcomes.set(key, known);
		return known.index;
	});
	const packed: Packed = {
		v: 1,
		at: results.map((result, index) => result.at - (results[index - 1]?.at ?? 0)),
		outcome,
		outcomes: [...outcomes.values()].map(({ entry }) => entry),
		totalMs: results.map((result) => result.totalMs),
		phases: results.map(({ phases }) => [
			phases.dnsMs,
			phases.connectMs,
			phases.tlsMs,
			phases.firstByteMs,
			phases.transferMs,
		]),
	};
	return JSON.stringify(packed);
}

/** Ours to read: nothing but `packResults` writes the column. */
export function unpackResults(text: JsonText): readonly CheckResult[] {
	const packed = JSON.parse(text) as Packed;
	let at = 0;
	return packed.at.map((step, index) => {
		at += step;
		const [state, summary, statusCode, errorCode] = packed.outcomes[packed.outcome[index] ?? 0] ?? LOST;
		const [dnsMs = null, connectMs = null, tlsMs = null, firstByteMs = null, transferMs = null] =
			packed.phases[index] ?? [];
		const phases = { dnsMs, connectMs, tlsMs, firstByteMs, transferMs };
		return { at, state, summary, statusCode, errorCode, totalMs: packed.totalMs[index] ?? 0, phases };
	});
}

const LOST: Packed["outcomes"][number] = ["unknown", "not recorded", null, null];
