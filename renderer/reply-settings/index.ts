export { RepliesPage } from "./replies-page.tsx";
