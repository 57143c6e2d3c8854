export { askDesk, HTTP_CODES } from "./client.ts";
export { useLoaded } from "./use-loaded.ts";
