import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import { ProblemNote } from "../page/index.ts";
import { importText, setupText } from "../text/en/setup.ts";
import { formatBytes } from "../text/units.ts";
import { ImportForm } from "./import-form.tsx";
import { ImportReportView } from "./import-report-view.tsx";
import { useImportJob } from "./use-import-job.ts";

interface Props {
	/** An import that the desk runs already. */
	readonly followId?: string | null;
	/** Where the person goes when it has landed. */
	readonly onOpenQueue: () => void;
	/** Away from here, while no file has been sent yet. */
	readonly onBack?: () => void;
}

/** A log's way to the desk: choose, upload, run, report; each with a way on from what went wrong. */
export function ImportPanel({ followId = null, onOpenQueue, onBack }: Props) {
	const { job, standing } = useImportJob(followId);
	switch (standing.phase) {
		case "choosing":
			return (
				<ImportForm
					refusal={standing.refusal}
					onSubmit={(file, options) => void job.begin(file, options)}
					onBack={onBack}
				/>
			);
		case "uploading":
			return (
				<Stack gap="sm">
					<Running
						text={importText.uploading(formatBytes(standing.sentBytes), formatBytes(standing.totalBytes))}
						share={standing.sentBytes / Math.max(1, standing.totalBytes)}
					/>
					<Group>
						<Button variant="default" onClick={() => job.reset()}>
							{importText.cancel}
						</Button>
					</Group>
				</Stack>
			);
		case "stopped":
			return (
				<Stack gap="sm">
					<ProblemNote refusal={standing.refusal} />
					<Text>{importText.stopped}</Text>
					<Group>
						<Button onClick={() => void job.goOn()}>{importText.goOn}</Button>
						<Button variant="default" onClick={() => job.reset()}>
							{importText.cancel}
						</Button>
					</Group>
				</Stack>
			);
		case "running":
			return (
				<Stack gap="sm">
					<Running text={importText.running(standing.report.lines)} share={standing.report.progress} />
					<Text c="dimmed">{standing.isSilent ? importText.lost : setupText.running.hint}</Text>
				</Stack>
			);
		case "ended":
			return (
				<ImportReportView report={standing.report} onOpenQueue={onOpenQueue} onAnother={() => job.reset()} />
			);
	}
}

interface RunningProps {
	readonly text: string;
	/** 0–1 */
	readonly share: number;
}

export function Running({ text, share }: RunningProps) {
	return (
		<div>
			<Group justify="space-between" mb={6}>
				<Text>{text}</Text>
				<Text fw={600}>{setupText.progress(share)}</Text>
			</Group>
			<Progress value={share * 100} aria-label={importText.progressLabel} transitionDuration={200} />
		</div>
	);
}
