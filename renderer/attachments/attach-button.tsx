import { ActionIcon } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { useRef } from "react";
import { ACCEPTED_ENDINGS } from "../../shared/attachment/media-types.ts";
import { keysOf, useShortcuts } from "../keys/index.ts";
import { attachmentsText } from "../text/en/attachments.ts";

/** Opens the file picker, by press or by key. */
export function AttachButton({ onChoose }: { readonly onChoose: (files: readonly File[]) => void }) {
	const input = useRef<HTMLInputElement>(null);
	const open = () => input.current?.click();
	useShortcuts({ attach: open });
	return (
		<>
			<ActionIcon
				variant="subtle"
				color="gray"
				aria-label={attachmentsText.attach}
				data-hint={`${attachmentsText.attach} ${keysOf("attach")}`}
				data-hint-side="start"
				onClick={open}
			>
				<IconPaperclip size={16} aria-hidden="true" />
			</ActionIcon>
			<input
				ref={input}
				type="file"
				multiple
				hidden
				accept={ACCEPTED_ENDINGS}
				onChange={(event) => {
					onChoose([...(event.currentTarget.files ?? [])]);
					// The same file may be chosen again after it was removed.
					event.currentTarget.value = "";
				}}
			/>
		</>
	);
}
