import { Loader, Stack } from "@mantine/core";
import { useState } from "react";
import { useLocation } from "wouter";
import type { CiPreview, CiPreviewInput } from "../../../shared/api/cis.ts";
import type { Refusal } from "../../../shared/result.ts";
import { Card, offerBack, Page, ProblemNote } from "../../page/index.ts";
import { ciImportText as text } from "../../text/en/services.ts";
import { BackLink } from "../back-link.tsx";
import { applyImport, previewImport, undoImport } from "../ci-requests.ts";
import { SERVICES_PATH } from "../paths.ts";
import { tellProblem } from "../tell-problem.ts";
import { ColumnsCard } from "./columns-card.tsx";
import { DifferenceCard } from "./difference-card.tsx";
import { FileCard } from "./file-card.tsx";

/** A file, its columns, its difference: and only then, if wanted, its act. */
export function ImportPage() {
	const [, navigate] = useLocation();
	const [input, setInput] = useState<CiPreviewInput | null>(null);
	const [preview, setPreview] = useState<CiPreview | null>(null);
	const [busy, setBusy] = useState<"reading" | "applying" | null>(null);
	const [refusal, setRefusal] = useState<Refusal | null>(null);

	async function show(wanted: CiPreviewInput): Promise<void> {
		setInput(wanted);
		setBusy("reading");
		const answer = await previewImport(wanted);
		setBusy(null);
		setRefusal(answer.ok ? null : answer.error);
		setPreview(answer.ok ? answer.value : null);
	}

	async function apply(): Promise<void> {
		if (!input || !preview) return;
		setBusy("applying");
		const { mapping, fingerprint } = preview;
		const answer = await applyImport({ ...input, mapping, fingerprint });
		setBusy(null);
		if (!answer.ok) {
			setRefusal(answer.error);
			return;
		}
		const { id, fresh, changed } = answer.value;
		navigate(SERVICES_PATH);
		offerBack(text.applied(fresh, changed), async () => tellProblem(await undoImport(id)));
	}

	function forget(): void {
		setPreview(null);
		setRefusal(null);
	}

	return (
		<Page title={text.title} trail={<BackLink />} layout="read">
			<Stack gap="md">
				<FileCard isBusy={busy !== null} onChange={forget} onPreview={(wanted) => void show(wanted)} />
				<div role="status">
					{busy !== null && (
						<>
							<Loader size="xs" mr={8} aria-hidden="true" />
							{text[busy]}
						</>
					)}
				</div>
				{refusal && <ProblemNote refusal={refusal} />}
				{input && preview && (
					<>
						<Card title={text.columns}>
							<ColumnsCard
								form={input.form}
								preview={preview}
								onChange={(mapping) => void show({ ...input, mapping })}
							/>
						</Card>
						<DifferenceCard preview={preview} isBusy={busy !== null} onApply={() => void apply()} />
					</>
				)}
			</Stack>
		</Page>
	);
}
