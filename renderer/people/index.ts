export { AuditPage } from "./audit-page.tsx";
export { PeoplePages } from "./people-pages.tsx";
export { TeamPages } from "./team-pages.tsx";
