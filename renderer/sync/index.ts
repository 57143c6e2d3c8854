export { DraftNotice } from "./draft-notice.tsx";
export { HappenedNotices } from "./happened-notices.tsx";
export { StatusBar } from "./status-bar.tsx";
export { StorageBanner } from "./storage-banner.tsx";
export { SyncPage } from "./sync-page.tsx";
