export { askDesk, type DeskRequest, HTTP_CODES } from "./client.ts";
