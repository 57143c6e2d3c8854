/** What pages are given of what people keep: articles and replies. */
import type { Article } from "../../../shared/knowledge/article.ts";
import type { Reply } from "../../../shared/reply/reply.ts";

/** An article as it stands for who is signed in. */
export interface ArticleView {
	readonly article: Article;
	readonly teamName: string | null;
	readonly editedByName: string | null;
	readonly mayEdit: boolean;
}

/** An article beside what it may be about. */
export interface ArticleHint {
	readonly id: string;
	readonly name: string;
	/** How its text begins. */
	readonly excerpt: string;
	readonly helpful: number;
}

/** A reply as it stands in somebody's list. */
export interface ListedReply {
	readonly reply: Reply;
	/** Of the team that has it, where one has. */
	readonly teamName: string | null;
	readonly editedByName: string | null;
	readonly mayEdit: boolean;
}
