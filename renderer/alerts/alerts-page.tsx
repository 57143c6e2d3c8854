import { Button, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { Link, useRoute } from "wouter";
import { useTopic } from "../data/index.ts";
import { EmptyState, Page } from "../page/index.ts";
import { alertsText } from "../text/en/alerts.ts";
import type { AlertRow } from "../worker/protocol.ts";
import { AlertDetail } from "./alert-detail.tsx";
import { AlertTable } from "./alert-table.tsx";
import classes from "./alerts.module.css";

/** All alerts, firing first; the chosen one beside them with its evidence and its way here. */
export function AlertsPage() {
	const rows = useTopic("alerts", { isFiringOnly: false });
	const [, params] = useRoute("/:alertId");
	const [isFiringOnly, setIsFiringOnly] = useState(true);
	if (!rows) return <Page title={alertsText.title}>{null}</Page>;
	const live = rows.filter(isLive);
	const alertId = params?.alertId ?? null;
	const chosen = alertId === null ? null : (rows.find(({ alert }) => alert.id === alertId) ?? "gone");
	return (
		<Page
			title={alertsText.title}
			layout="fill"
			aside={
				<SegmentedControl
					size="xs"
					aria-label={alertsText.filter}
					value={isFiringOnly ? "firing" : "all"}
					onChange={(value) => setIsFiringOnly(value === "firing")}
					data={[
						{ value: "firing", label: alertsText.firing(live.length) },
						{ value: "all", label: alertsText.all },
					]}
				/>
			}
			actions={
				<Button component={Link} href="~/settings#rules" variant="subtle" color="gray">
					{alertsText.ruleLink}
				</Button>
			}
		>
			<div className={classes.split}>
				<AlertList
					rows={isFiringOnly ? live : rows}
					total={rows.length}
					chosenId={alertId}
					onShowAll={() => setIsFiringOnly(false)}
				/>
				{chosen !== null && <AlertDetail row={chosen === "gone" ? null : chosen} />}
			</div>
		</Page>
	);
}

/** Unknown is a lane of its own, but nobody may overlook it: it stands with what fires. */
function isLive({ alert }: AlertRow): boolean {
	return alert.condition !== "resolved";
}

interface ListProps {
	readonly rows: readonly AlertRow[];
	readonly total: number;
	readonly chosenId: string | null;
	readonly onShowAll: () => void;
}

function AlertList({ rows, total, chosenId, onShowAll }: ListProps) {
	const checks = useTopic("checks", null);
	if (rows.length > 0) return <AlertTable rows={rows} chosenId={chosenId} />;
	if (checks?.length === 0)
		return (
			<EmptyState
				title={alertsText.empty.title}
				hint={alertsText.empty.noChecksHint}
				action={
					<Button component={Link} href="~/checks/new">
						{alertsText.empty.addCheck}
					</Button>
				}
			/>
		);
	return total > 0 ? (
		<EmptyState
			title={alertsText.empty.title}
			hint={alertsText.empty.hint}
			action={
				<Button variant="default" onClick={onShowAll}>
					{alertsText.empty.action}
				</Button>
			}
		/>
	) : (
		<EmptyState
			title={alertsText.none.title}
			hint={alertsText.none.hint}
			action={
				<Button component={Link} href="~/checks" variant="default">
					{alertsText.none.action}
				</Button>
			}
		/>
	);
}
