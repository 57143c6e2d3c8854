export { NewTicketPage } from "./new-ticket-page.tsx";
export { TicketPage } from "./ticket-page.tsx";
