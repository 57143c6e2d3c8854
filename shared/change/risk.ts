/** 1 very high … 4 low. */
export type Risk = 1 | 2 | 3 | 4;

export interface RiskQuestion {
	/** Short: answers are kept by it. */
	readonly id: string;
	readonly text: string;
	/** What may be answered; more points are more risk. */
	readonly choices: readonly { readonly label: string; readonly points: number }[];
}

export type Questionnaire = readonly RiskQuestion[];

/** The place of the chosen answer, by question. */
export type RiskAnswers = Readonly<Record<string, number>>;

/** From which share of all points on a risk is that high; below the last it is low. */
const SHARES: readonly (readonly [Risk, number])[] = [
	[1, 0.75],
	[2, 0.5],
	[3, 0.25],
];

/** The risk that answers make; `null` while one is missing, or nothing is asked. */
export function riskOf(questionnaire: Questionnaire, answers: RiskAnswers): Risk | null {
	let points = 0;
	let most = 0;
	for (const { id, choices } of questionnaire) {
		const chosen = choices[answers[id] ?? -1];
		if (!chosen) return null;
		points += chosen.points;
		most += Math.max(...choices.map((choice) => choice.points));
	}
	if (questionnaire.length === 0) return null;
	const share = most === 0 ? 0 : points / most;
	return SHARES.find(([, from]) => share >= from)?.[0] ?? 4;
}

/** `impact:2,tested:0`: how answers are kept with a change. */
export function writeAnswers(answers: RiskAnswers): string {
	return Object.entries(answers)
		.map(([id, place]) => `${id}:${place}`)
		.join(",");
}

/** Answers to questions that are no longer asked stay as they were given. */
export function readAnswers(text: string): RiskAnswers {
	const pairs = text.split(",").map((part) => part.split(":"));
	return Object.fromEntries(
		pairs.flatMap(([id, place]) => (id && place && /^\d+$/.test(place) ? [[id, Number(place)]] : [])),
	);
}
