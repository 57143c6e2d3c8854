import { useCallback, useEffect, useRef, useState } from "react";
import type { Attachment } from "../../shared/api/attachments.ts";
import { callWorker } from "../data/index.ts";
import { attachmentsText } from "../text/en/attachments.ts";

/** The files of one draft: on the device as soon as they are shown. */
export interface ChosenFiles {
	readonly files: readonly Attachment[];
	/** How many are just being kept. */
	readonly keeping: number;
	/** Why files were not taken; they stand until dismissed. */
	readonly refusals: readonly string[];
	readonly choose: (files: readonly File[]) => void;
	readonly remove: (attachmentId: string) => void;
	readonly dismissRefusals: () => void;
	/** They went with an edit. */
	readonly forget: () => void;
}

export function useChosenFiles(draftKey: string): ChosenFiles {
	const [files, setFiles] = useState<readonly Attachment[]>([]);
	const [keeping, setKeeping] = useState(0);
	const [refusals, setRefusals] = useState<readonly string[]>([]);
	const shownKey = useRef(draftKey);

	/** Another ticket may have come on screen while the device answered. */
	const load = useCallback(async () => {
		const kept = await callWorker("listFiles", draftKey);
		if (shownKey.current === draftKey) setFiles(kept);
	}, [draftKey]);

	useEffect(() => {
		shownKey.current = draftKey;
		setFiles([]);
		setRefusals([]);
		void load();
	}, [draftKey, load]);

	const choose = useCallback(
		(chosen: readonly File[]) => {
			setKeeping((count) => count + chosen.length);
			// One after the other: the limit on their number counts what is kept already.
			void chosen
				.reduce(async (before, file) => {
					await before;
					const refusal = await keep(draftKey, file);
					if (refusal !== null) setRefusals((known) => [...known, refusal]);
					await load();
					setKeeping((count) => count - 1);
				}, Promise.resolve())
				.catch(() => setKeeping(0));
		},
		[draftKey, load],
	);
	const remove = useCallback(
		(attachmentId: string) => void callWorker("removeFile", attachmentId).then(load),
		[load],
	);
	return {
		files,
		keeping,
		refusals,
		choose,
		remove,
		dismissRefusals: useCallback(() => setRefusals([]), []),
		forget: useCallback(() => setFiles([]), []),
	};
}

/** Answers why it was not kept, or `null`. */
async function keep(draftKey: string, file: File): Promise<string | null> {
	try {
		const answer = await callWorker("chooseFile", { draftKey, name: file.name, blob: file });
		return answer.ok ? null : answer.error.message;
	} catch {
		// The data worker stopped, or the file can no longer be read.
		return attachmentsText.notKept(file.name);
	}
}
