import { Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { CI_IMPORT_LIMITS, type CiPreview, type PlannedCi } from "../../../shared/api/cis.ts";
import { GuardedButton, useAccess } from "../../access/index.ts";
import { Card } from "../../page/index.ts";
import { servicesText, ciImportText as text } from "../../text/en/services.ts";
import classes from "../services.module.css";

interface Props {
	readonly preview: CiPreview;
	readonly isBusy: boolean;
	readonly onApply: () => void;
}

const COUNTS = ["fresh", "changed", "unchanged", "missing", "refused"] as const;

/** What would change, field by field, and what can't; nothing has changed yet. */
export function DifferenceCard({ preview, isBusy, onApply }: Props) {
	const access = useAccess("ci.edit");
	const { counts } = preview;
	const total = counts.fresh + counts.changed;
	return (
		<>
			<Card title={text.difference}>
				<Stack gap="sm">
					<ul className={classes.counts} aria-label={text.difference}>
						{COUNTS.filter((name) => counts[name] > 0).map((name) => (
							<li key={name}>{text.counts[name](counts[name])}</li>
						))}
					</ul>
					{total === 0 ? (
						<p className={classes.dim}>{text.nothing}</p>
					) : (
						<div>
							<GuardedButton access={access} disabled={isBusy} onClick={onApply}>
								{text.apply(total)}
							</GuardedButton>
						</div>
					)}
				</Stack>
			</Card>
			<Section name="refused" counts={counts} hint={text.refusedHint}>
				<Table label={text.problem} heads={[text.line, text.column, text.value, text.problem]}>
					{preview.refused.map(({ line, column, value, message }) => (
						<tr key={`${line}:${column}`}>
							<td>{line}</td>
							<td>{column === null ? text.wholeLine : servicesText.field(column)}</td>
							<td>{value}</td>
							<td>{message}</td>
						</tr>
					))}
				</Table>
			</Section>
			<Section name="changed" counts={counts}>
				<Changes label={text.counts.changed(counts.changed)} planned={preview.changed} />
			</Section>
			<Section name="fresh" counts={counts}>
				<Table
					label={text.counts.fresh(counts.fresh)}
					heads={[text.line, text.name, servicesText.field("externalId"), text.after]}
				>
					{preview.fresh.map((ci) => (
						<tr key={ci.line}>
							<td>{ci.line}</td>
							<td>{ci.name}</td>
							<td>{ci.externalId}</td>
							<td>{summarize(ci)}</td>
						</tr>
					))}
				</Table>
			</Section>
			<Section name="missing" counts={counts} hint={text.missingHint}>
				<Table
					label={text.counts.missing(counts.missing)}
					heads={[text.name, servicesText.field("externalId")]}
				>
					{preview.missing.map(({ id, name, externalId }) => (
						<tr key={id}>
							<td>{name}</td>
							<td>{externalId}</td>
						</tr>
					))}
				</Table>
			</Section>
		</>
	);
}

/** What a new CI says besides its name and key. */
function summarize({ changes }: PlannedCi): string {
	return changes
		.filter(({ field }) => field !== "name" && field !== "externalId")
		.map(({ field, to }) => `${servicesText.field(field)}: ${to}`)
		.join(", ");
}

function Changes({ label, planned }: { readonly label: string; readonly planned: readonly PlannedCi[] }) {
	return (
		<Table label={label} heads={[text.line, text.name, text.field, text.before, text.after]}>
			{planned.flatMap(({ line, name, changes }) =>
				changes.map(({ field, from, to }) => (
					<tr key={`${line}:${field}`}>
						<td>{line}</td>
						<td>{name}</td>
						<td>{servicesText.field(field)}</td>
						<td className={classes.before}>{from ?? servicesText.nothing}</td>
						<td>{to ?? servicesText.nothing}</td>
					</tr>
				)),
			)}
		</Table>
	);
}

interface SectionProps {
	readonly name: Exclude<(typeof COUNTS)[number], "unchanged">;
	readonly counts: CiPreview["counts"];
	readonly hint?: string;
	readonly children: ReactNode;
}

function Section({ name, counts, hint, children }: SectionProps) {
	const count = counts[name];
	if (count === 0) return null;
	const { shown } = CI_IMPORT_LIMITS;
	return (
		<Card title={text.counts[name](count)} aside={count > shown ? text.shown(shown) : undefined} isFlush>
			{hint !== undefined && (
				<p className={classes.dim} style={{ padding: "8px 12px" }}>
					{hint}
				</p>
			)}
			{children}
		</Card>
	);
}

interface TableProps {
	readonly label: string;
	readonly heads: readonly string[];
	readonly children: ReactNode;
}

function Table({ label, heads, children }: TableProps) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
		<section className={classes.scroller} aria-label={label} tabIndex={0}>
			<table className={classes.table} aria-label={label}>
				<thead>
					<tr>
						{heads.map((head) => (
							<th key={head} scope="col">
								{head}
							</th>
						))}
					</tr>
				</thead>
				<tbody>{children}</tbody>
			</table>
		</section>
	);
}
