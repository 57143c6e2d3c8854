import type { ReactNode } from "react";
import { Link, Route, Switch, useLocation } from "wouter";
import { ticketKinds } from "../../shared/ticket/known-lifecycles.ts";
import { lifecycleOf } from "../../shared/ticket/lifecycle.ts";
import { GuardedButton, useAccess } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { Card, Page } from "../page/index.ts";
import { lifecyclesText as text } from "../text/en/lifecycles.ts";
import { LifecyclePage } from "./lifecycle-page.tsx";
import classes from "./lifecycles.module.css";

interface Props {
	readonly tabs: ReactNode;
}

/** Kinds of tickets: all of them, one with its lifecycle, a new one. */
export function LifecyclesPages({ tabs }: Props) {
	return (
		<Switch>
			<Route path="/lifecycles">
				<KindsPage tabs={tabs} />
			</Route>
			<Route path="/lifecycles/new">
				<LifecyclePage kind={null} tabs={tabs} />
			</Route>
			<Route path="/lifecycles/:kind">
				{({ kind }) => <LifecyclePage key={kind} kind={kind} tabs={tabs} />}
			</Route>
		</Switch>
	);
}

function KindsPage({ tabs }: Props) {
	const records = useTopic("lifecycles", null);
	const access = useAccess("lifecycle.edit");
	const [, navigate] = useLocation();
	if (!records) return null;
	return (
		<Page title={text.title} tabs={tabs}>
			<div className={classes.cards}>
				<Card
					title={text.kinds}
					aside={
						<GuardedButton access={access} size="compact-xs" onClick={() => navigate("/lifecycles/new")}>
							{text.addKind}
						</GuardedButton>
					}
				>
					<p className={classes.dim}>{text.hint}</p>
					<table className={classes.table}>
						<thead>
							<tr>
								<th scope="col">{text.columns.kind}</th>
								<th scope="col">{text.columns.prefix}</th>
								<th scope="col">{text.columns.states}</th>
								<th scope="col">{text.columns.fields}</th>
								<th scope="col">{text.columns.version}</th>
							</tr>
						</thead>
						<tbody>
							{ticketKinds().map((kind) => {
								const { label, prefix, states, fields } = lifecycleOf(kind);
								const record = records.find(({ id }) => id === kind);
								return (
									<tr key={kind}>
										<td>
											<Link href={`/lifecycles/${kind}`}>{label}</Link>
											{typeof record?.place === "number" && <span className={classes.own}>{text.isOwn}</span>}
										</td>
										<td>{prefix}</td>
										<td>{states.length}</td>
										<td>{fields.length}</td>
										<td>{text.version({ version: record?.version ?? 0 })}</td>
									</tr>
								);
							})}
						</tbody>
					</table>
				</Card>
			</div>
		</Page>
	);
}
