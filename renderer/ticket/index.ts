export { AnswerInput } from "./asked/answer-input.tsx";
export { wordsOfAnswer } from "./asked/words-of-answer.ts";
export { useCurrentTicket } from "./current-ticket.ts";
export { NewTicketPage } from "./new-ticket-page.tsx";
export { type PersonChoice, PersonSelect } from "./person-select.tsx";
export { TicketCommands } from "./ticket-commands.tsx";
export { TicketPage } from "./ticket-page.tsx";
export { TicketPreview } from "./ticket-preview.tsx";
export { undoLast } from "./undo.tsx";
