export { deskClock } from "./now.ts";
export { useNow } from "./use-now.ts";
