export { ChangeSettingsPage } from "./change-settings-page.tsx";
