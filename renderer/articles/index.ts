export { ArticleRating } from "./article-rating.tsx";
export { ArticleReader } from "./article-reader.tsx";
export { fetchVersions, inputOf, removeArticle, saveArticle } from "./article-requests.ts";
export { ArticleRows } from "./article-rows.tsx";
export { BesideArticles } from "./beside-articles.tsx";
