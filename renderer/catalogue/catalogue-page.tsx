import { Link, Route, Switch, useLocation } from "wouter";
import type { Offer } from "../../shared/request/offer.ts";
import { GuardedButton, useAccess } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { EmptyState, Page } from "../page/index.ts";
import { catalogueText as text } from "../text/en/requests.ts";
import classes from "./catalogue.module.css";
import { OfferPage } from "./offer-page.tsx";

/** What can be requested: all of it, and each. */
export function CataloguePage() {
	const offers = useTopic("offers", null);
	if (!offers) return null;
	return (
		<Switch>
			<Route path="/">
				<OfferList offers={offers} />
			</Route>
			<Route path="/:id">
				{({ id }) => <OfferPage key={id} id={id === "new" ? null : id} offers={offers} />}
			</Route>
		</Switch>
	);
}

function OfferList({ offers }: { readonly offers: readonly Offer[] }) {
	const access = useAccess("catalogue.edit");
	const [, navigate] = useLocation();
	return (
		<Page
			title={text.title}
			actions={
				<GuardedButton access={access} onClick={() => navigate("/new")}>
					{text.add}
				</GuardedButton>
			}
		>
			{offers.length === 0 ? (
				<EmptyState title={text.none} hint={text.settingsHint} />
			) : (
				<table className={classes.table} aria-label={text.title}>
					<thead>
						<tr>
							<th scope="col">{text.columns.name}</th>
							<th scope="col">{text.columns.fields}</th>
							<th scope="col">{text.columns.stages}</th>
							<th scope="col">{text.columns.tasks}</th>
							<th scope="col">{text.columns.version}</th>
						</tr>
					</thead>
					<tbody>
						{offers.map((offer) => (
							<OfferRow key={offer.id} offer={offer} />
						))}
					</tbody>
				</table>
			)}
		</Page>
	);
}

function OfferRow({ offer }: { readonly offer: Offer }) {
	const { id, name, isActive, fields, stages, tasks, version } = offer;
	return (
		<tr>
			<td>
				<Link href={`/${id}`}>{name}</Link>{" "}
				{isActive ? null : <span className={classes.dim}>{text.inactive}</span>}
			</td>
			<td>{text.count(fields.length)}</td>
			<td>{stages.map((stage) => stage.name).join(", ") || text.noApproval}</td>
			<td>{tasks.map(({ shortDescription }) => shortDescription).join(", ")}</td>
			<td>{version}</td>
		</tr>
	);
}
