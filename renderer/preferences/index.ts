export { readPreference, watchPreference, writePreference } from "./preferences.ts";
