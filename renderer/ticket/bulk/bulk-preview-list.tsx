import { SegmentedControl, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { type TableColumn, VirtualTable } from "../../page/index.ts";
import { bulkText } from "../../text/en/bulk.ts";
import { formatNumber } from "../../text/plural.ts";
import type { BulkLine, BulkPreview } from "../../worker/bulk/bulk-protocol.ts";
import classes from "./bulk.module.css";
import { describeLine } from "./describe-line.ts";

type Outcome = BulkLine["outcome"];
const OUTCOMES: readonly Outcome[] = ["changes", "refused", "same"];
const ROW_PX = 30;

interface Props {
	readonly preview: BulkPreview;
	readonly isStale: boolean;
}

/** Each ticket with what it becomes, or why it refuses: counted, the refusals by reason. */
export function BulkPreviewList({ preview, isStale }: Props) {
	const { lines, names } = preview;
	const [wanted, setWanted] = useState<Outcome | null>(null);
	const groups = useMemo(() => Object.groupBy(lines, ({ outcome }) => outcome), [lines]);
	const countOf = (outcome: Outcome) => groups[outcome]?.length ?? 0;
	const shown = wanted ?? OUTCOMES.find((outcome) => countOf(outcome) > 0) ?? "changes";
	const columns: readonly TableColumn[] = [
		{ name: bulkText.columns.number, width: "110px" },
		{ name: bulkText.columns.subject, width: "38%" },
		{ name: shown === "refused" ? bulkText.columns.reason : bulkText.columns.becomes },
	];
	return (
		<section aria-label={bulkText.preview} aria-busy={isStale}>
			<SegmentedControl
				size="xs"
				aria-label={bulkText.groupsLabel}
				data={OUTCOMES.map((outcome) => ({
					value: outcome,
					label: bulkText.groups[outcome](countOf(outcome)),
				}))}
				value={shown}
				onChange={(value) => setWanted(OUTCOMES.find((outcome) => outcome === value) ?? null)}
			/>
			<Warnings lines={lines} />
			{shown === "refused" ? <Reasons lines={groups.refused ?? []} /> : null}
			<div className={classes.preview}>
				{countOf(shown) === 0 ? (
					<Text size="sm" p="sm" c="var(--dw-text-dim)">
						{bulkText.noneOfThese}
					</Text>
				) : (
					<VirtualTable
						label={bulkText.preview}
						columns={columns}
						rows={groups[shown] ?? []}
						rowPx={ROW_PX}
						minWidthPx={600}
						keyOf={({ ticketId }) => ticketId}
						renderRow={(line, rowIndex) => (
							<tr key={line.ticketId} aria-rowindex={rowIndex} style={{ height: ROW_PX }}>
								<td>{line.number}</td>
								<td className={classes.clipped}>{line.shortDescription}</td>
								<Becomes text={describeLine(line, names)} />
							</tr>
						)}
					/>
				)}
			</div>
		</section>
	);
}

function Becomes({ text }: { readonly text: string }) {
	return (
		<td className={classes.clipped} title={text}>
			{text}
		</td>
	);
}

/** What Undo or the rules will not give back. */
function Warnings({ lines }: { readonly lines: readonly BulkLine[] }) {
	const changing = lines.filter((line) => line.outcome === "changes");
	const oneWay = changing.filter(({ isOneWay }) => isOneWay).length;
	const voiding = changing.filter(({ isVoiding }) => isVoiding).length;
	const said = [
		...(oneWay > 0 ? [bulkText.oneWay(oneWay)] : []),
		...(voiding > 0 ? [bulkText.voiding(voiding)] : []),
	];
	return said.map((text) => (
		<p key={text} className={classes.warning}>
			<IconAlertTriangle size={14} aria-hidden="true" /> {text}
		</p>
	));
}

function Reasons({ lines }: { readonly lines: readonly BulkLine[] }) {
	const byReason = Object.entries(
		Object.groupBy(lines, (line) => (line.outcome === "refused" ? line.reason : "")),
	).sort(([, some = []], [, others = []]) => others.length - some.length);
	return (
		<ul className={classes.reasons}>
			{byReason.map(([reason, ofReason = []]) => (
				<li key={reason}>
					<strong>{formatNumber(ofReason.length)}</strong> {reason}
				</li>
			))}
		</ul>
	);
}
