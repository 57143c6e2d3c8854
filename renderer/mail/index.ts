export { MailSettingsPage } from "./mail-settings-page.tsx";
export { UnmatchedPage } from "./unmatched-page.tsx";
