import { appText } from "../text/en/app.ts";

export function NewTicketPage() {
	return <h1>{appText.rail.queues}</h1>;
}
