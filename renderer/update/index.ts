export { applyUpdate, updateStore, watchUpdates } from "./watch-updates.ts";
