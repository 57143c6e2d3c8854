import { appText } from "../text/en/app.ts";

/** The ticket list of one view. */
export function QueuePage({ view }: { readonly view: string | undefined }) {
	return <h1>{view ?? appText.rail.queues}</h1>;
}
