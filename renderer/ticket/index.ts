export { useCurrentTicket } from "./current-ticket.ts";
export { NextUpdate } from "./incident/next-update.tsx";
export { NewTicketPage } from "./new-ticket-page.tsx";
export { type PersonChoice, PersonSelect } from "./person-select.tsx";
export { TicketCommands } from "./ticket-commands.tsx";
export { TicketPage } from "./ticket-page.tsx";
export { TicketPreview } from "./ticket-preview.tsx";
export { undoLast } from "./undo.tsx";
