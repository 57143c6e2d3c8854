export { askDesk, HTTP_CODES } from "./client.ts";
