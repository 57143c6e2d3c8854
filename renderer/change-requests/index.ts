export { editChangeSettings } from "./edit-change-settings.ts";
