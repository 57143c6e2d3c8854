import { Button } from "@mantine/core";
import { Link } from "wouter";
import { useMay } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { EmptyState, Page } from "../page/index.ts";
import { requestsText as text } from "../text/en/requests.ts";
import { NewRequestForm } from "./new-request-form.tsx";

function NoOffers() {
	const { isAllowed } = useMay("catalogue.edit");
	const action = (
		<Button component={Link} href="/settings/catalogue" variant="default">
			{text.toCatalogue}
		</Button>
	);
	return <EmptyState title={text.noOffers} hint={text.noOffersHint} action={isAllowed ? action : null} />;
}

/** One form for all that somebody asks for at once. */
export function NewRequestPage() {
	const offers = useTopic("offers", null);
	if (!offers) return null;
	const active = offers.filter(({ isActive }) => isActive);
	return (
		<Page title={text.title} layout="read">
			{active.length === 0 ? <NoOffers /> : <NewRequestForm offers={active} />}
		</Page>
	);
}
