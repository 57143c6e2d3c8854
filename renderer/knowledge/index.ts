export { KnowledgePages } from "./knowledge-pages.tsx";
