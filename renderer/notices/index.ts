export { DeskNotices } from "./desk-notices.tsx";
export { NoticesCard } from "./notices-card.tsx";
