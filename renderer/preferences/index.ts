export { type PreferenceValue, readPreference, watchPreference, writePreference } from "./preferences.ts";
