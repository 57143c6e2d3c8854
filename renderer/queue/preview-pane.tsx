import { type KeyboardEvent, memo, type PointerEvent } from "react";
import { PREVIEW_WIDTH, useQueueStore } from "../queue-state/index.ts";
import { queueText } from "../text/en/queue.ts";
import { TicketPreview } from "../ticket/index.ts";
import classes from "./queue.module.css";
import { useRestingValue } from "./use-resting-value.ts";

const KEY_STEP = 24;

/** The chosen ticket beside the list; as wide as the person made it. */
export const PreviewPane = memo(function PreviewPane({ ticketId }: { readonly ticketId: string | null }) {
	const width = useQueueStore((state) => state.previewWidth);
	const shownId = useRestingValue(ticketId);
	return (
		<>
			<Separator width={width} />
			<aside className={classes.preview} style={{ width }} aria-label={queueText.previewLabel}>
				{shownId === null ? (
					<p className={classes.empty}>{queueText.previewEmpty}</p>
				) : (
					<TicketPreview ticketKey={shownId} />
				)}
			</aside>
		</>
	);
});

function Separator({ width }: { readonly width: number }) {
	const setWidth = useQueueStore((state) => state.setPreviewWidth);

	function handlePointerMove(event: PointerEvent<HTMLDivElement>): void {
		if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
		setWidth(document.documentElement.clientWidth - event.clientX);
	}
	function handleKeyDown(event: KeyboardEvent): void {
		const step = { ArrowLeft: KEY_STEP, ArrowRight: -KEY_STEP }[event.key];
		if (step === undefined) return;
		event.preventDefault();
		setWidth(width + step);
	}
	return (
		// biome-ignore lint/a11y/useSemanticElements: a separator that moves is a widget, <hr> is not
		<div
			role="separator"
			tabIndex={0}
			className={classes.separator}
			aria-label={queueText.resizePreview}
			aria-orientation="vertical"
			aria-valuenow={width}
			aria-valuemin={PREVIEW_WIDTH.min}
			aria-valuemax={PREVIEW_WIDTH.max}
			onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
			onPointerMove={handlePointerMove}
			onKeyDown={handleKeyDown}
		/>
	);
}
