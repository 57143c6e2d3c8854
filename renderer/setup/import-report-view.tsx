import { Button, Group, Stack, Title } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { ImportReport } from "../../shared/api/desk.ts";
import { ProblemNote } from "../page/index.ts";
import { importText, setupText } from "../text/en/setup.ts";
import { formatNumber } from "../text/plural.ts";
import { downloadBadLines } from "./download-bad-lines.ts";
import classes from "./setup.module.css";

const FIGURES = ["events", "incidents", "open", "unchanged"] as const;
const SHOWN_LINES = 200;

interface Props {
	readonly report: ImportReport;
	readonly onOpenQueue: () => void;
	readonly onAnother: () => void;
}

/** What became of an import, in figures, with every line that was left out. */
export function ImportReportView({ report, onOpenQueue, onAnother }: Props) {
	const hasFailed = report.state === "failed";
	return (
		<Stack gap="md">
			<div role="status">
				<Title order={2} size="h4">
					{hasFailed ? importText.failed : importText.done}
				</Title>
			</div>
			{report.error !== null && <ProblemNote refusal={{ code: "import_failed", message: report.error }} />}
			{hasFailed && <p className={classes.dim}>{importText.failedHint}</p>}
			<dl className={classes.figures}>
				{FIGURES.map((name) => (
					<div key={name}>
						<dt>{importText.figures[name]}</dt>
						<dd>{formatNumber(report[name])}</dd>
					</div>
				))}
				<div>
					<dt>{importText.figures.bad}</dt>
					<dd>{formatNumber(report.badLineCount)}</dd>
				</div>
			</dl>
			{report.badLineCount > 0 && <BadLines report={report} />}
			<Group>
				<Button onClick={onOpenQueue}>{setupText.openQueue}</Button>
				<Button variant="default" onClick={onAnother}>
					{importText.another}
				</Button>
			</Group>
		</Stack>
	);
}

function BadLines({ report }: { readonly report: ImportReport }) {
	const shown = report.badLines.slice(0, SHOWN_LINES);
	return (
		<section aria-label={importText.badTitle(report.badLineCount)}>
			<Group justify="space-between" mb="xs">
				<Title order={3} size="h5">
					{importText.badTitle(report.badLineCount)}
				</Title>
				<Button
					variant="default"
					leftSection={<IconDownload size={14} aria-hidden="true" />}
					onClick={() => downloadBadLines(report)}
				>
					{importText.download}
				</Button>
			</Group>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
			<div className={classes.badLines} tabIndex={0}>
				<table>
					<thead>
						<tr>
							<th scope="col">{importText.line}</th>
							<th scope="col">{importText.reason}</th>
						</tr>
					</thead>
					<tbody>
						{shown.map(({ line, reason }) => (
							<tr key={`${line} ${reason}`}>
								<td>{line}</td>
								<td>{reason}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
			{shown.length < report.badLineCount && (
				<p className={classes.dim}>{importText.badShown(shown.length, report.badLineCount)}</p>
			)}
		</section>
	);
}
