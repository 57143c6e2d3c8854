import { ColumnsDialog } from "./columns-dialog.tsx";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { SaveDialog } from "./save-dialog.tsx";
import { useViewDialog } from "./view-dialog-store.ts";

/** What is asked about views, where something is. */
export function ViewDialogs({ onClosed }: { readonly onClosed: () => void }) {
	const { dialog, close } = useViewDialog();
	function handleClose(): void {
		close();
		onClosed();
	}
	switch (dialog?.kind) {
		case "new":
			return <SaveDialog view={null} shows={dialog.shows} name={dialog.name} onClose={handleClose} />;
		case "edit":
			return <SaveDialog view={dialog.view} shows={dialog.view.shows} onClose={handleClose} />;
		case "conflict":
			return <ConflictDialog {...dialog} onClose={handleClose} />;
		case "columns":
			return <ColumnsDialog onClose={handleClose} />;
		case undefined:
			return null;
	}
}
