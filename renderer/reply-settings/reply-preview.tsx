import { fillReply } from "../../shared/reply/reply-fields.ts";
import { useTopic } from "../data/index.ts";
import { shownWork, useQueueStore } from "../queue-state/index.ts";
import { replyValues } from "../replies/index.ts";
import { repliesText as text } from "../text/en/replies.ts";
import { useMyself } from "../ticket/index.ts";
import classes from "./reply-settings.module.css";

/** A reply as it reads on the ticket that was looked at last. */
export function ReplyPreview({ written }: { readonly written: string }) {
	const key = useQueueStore((state) => shownWork(state).selectedId);
	const view = useTopic("ticket", { key: key ?? "" });
	const { person } = useMyself();
	if (written.trim() === "") return null;
	if (!view || view.ticket.id !== key) return <p className={classes.hint}>{text.previewNone}</p>;
	return (
		<section aria-label={text.preview(view.ticket.number)}>
			<p className={classes.hint}>{text.preview(view.ticket.number)}</p>
			<p className={classes.text}>{fillReply(written, replyValues(view, person?.name ?? null))}</p>
		</section>
	);
}
