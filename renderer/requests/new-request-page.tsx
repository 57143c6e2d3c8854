import { useTopic } from "../data/index.ts";
import { EmptyState, Page } from "../page/index.ts";
import { requestsText as text } from "../text/en/requests.ts";
import { NewRequestForm } from "./new-request-form.tsx";

/** One form for all that somebody asks for at once. */
export function NewRequestPage() {
	const offers = useTopic("offers", null);
	if (!offers) return null;
	const active = offers.filter(({ isActive }) => isActive);
	return (
		<Page title={text.title} layout="read">
			{active.length === 0 ? <EmptyState title={text.noOffers} /> : <NewRequestForm offers={active} />}
		</Page>
	);
}
