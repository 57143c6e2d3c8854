import type { Audience } from "../../../shared/view/saved-view.ts";
import type { JsonText } from "./tables.ts";

/** What people keep: saved views, replies, articles. */
export interface ShelfTable {
	id: string;
	version: number;
	owner_id: string;
	audience: Audience["kind"];
	/** Of the audience, where that is a team. */
	team_id: string | null;
	/** Its name and all that its kind says. */
	body: JsonText;
	edited_by_id: string;
	edited_at: number;
}

/** One wording of an article. */
export interface ArticleVersionTable {
	article_id: string;
	version: number;
	/** As it was kept. */
	body: JsonText;
	edited_by_id: string;
	edited_at: number;
}

/** Whether an article helped somebody. */
export interface ArticleRatingTable {
	article_id: string;
	person_id: string;
	/** 1 helped, 0 did not. */
	is_helpful: number;
	rated_at: number;
}
