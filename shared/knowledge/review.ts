import type { Article } from "./article.ts";

/** Days after which somebody should read an article again, to choose from; 0 is never. */
export const REVIEW_DAYS = [90, 180, 365, 0] as const;

const DAY_MS = 86_400_000;

export function reviewAfter(days: number, now: number): number | null {
	return days === 0 ? null : now + days * DAY_MS;
}

export function isReviewDue({ reviewAt }: Pick<Article, "reviewAt">, now: number): boolean {
	return reviewAt !== null && reviewAt <= now;
}
