export { Card } from "./card.tsx";
export { EmptyState } from "./empty-state.tsx";
export { latestOffer, offerBack } from "./offer-back.tsx";
export { Page } from "./page.tsx";
export { PageTabs } from "./page-tabs.tsx";
export { ProblemNote } from "./problem-note.tsx";
export { useRowFocus } from "./use-row-focus.ts";
export { useRowKeys } from "./use-row-keys.ts";
export { type TableColumn, VirtualTable } from "./virtual-table.tsx";
