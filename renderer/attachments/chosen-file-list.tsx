import { ActionIcon, Alert, CloseButton } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { attachmentsText } from "../text/en/attachments.ts";
import { formatBytes } from "../text/units.ts";
import classes from "./attachments.module.css";
import { FileIcon } from "./file-icon.tsx";
import type { ChosenFiles } from "./use-chosen-files.ts";

/** What goes with a draft, and why something does not. */
export function ChosenFileList({ chosen }: { readonly chosen: ChosenFiles }) {
	const { files, keeping, refusals } = chosen;
	return (
		<>
			{files.length === 0 ? null : (
				<ul className={classes.chips} aria-label={attachmentsText.chosen}>
					{files.map(({ id, name, mediaType, sizeBytes }) => (
						<li key={id} className={classes.chip}>
							<FileIcon mediaType={mediaType} />
							<span className={classes.name} title={name}>
								{name}
							</span>
							<span className={classes.size}>{formatBytes(sizeBytes)}</span>
							<ActionIcon
								size="xs"
								variant="subtle"
								color="gray"
								aria-label={attachmentsText.remove(name)}
								onClick={() => chosen.remove(id)}
							>
								<IconX size={12} aria-hidden="true" />
							</ActionIcon>
						</li>
					))}
				</ul>
			)}
			{keeping > 0 ? (
				<p className={classes.keeping} role="status">
					{attachmentsText.keeping(keeping)}
				</p>
			) : null}
			{refusals.length === 0 ? null : (
				<Alert className={classes.refusals} color="red" role="alert">
					<div className={classes.refusalRow}>
						<div>
							{refusals.map((refusal) => (
								<p key={refusal}>{refusal}</p>
							))}
						</div>
						<CloseButton size="xs" aria-label={attachmentsText.dismiss} onClick={chosen.dismissRefusals} />
					</div>
				</Alert>
			)}
		</>
	);
}
