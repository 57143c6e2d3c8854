import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconPaperclip } from "@tabler/icons-react";
import { useId, useState } from "react";
import { Link } from "wouter";
import type { PlacedMail, UnmatchedMail } from "../../shared/api/mail.ts";
import type { Refusal } from "../../shared/result.ts";
import { TimeAgo } from "../marks/index.ts";
import { offerBack, ProblemNote } from "../page/index.ts";
import { QuotedText } from "../quoted-text/index.ts";
import { mailText } from "../text/en/mail.ts";
import { AttachDialog } from "./attach-dialog.tsx";
import classes from "./mail.module.css";
import { moveMail } from "./mail-requests.ts";
import { OpenDialog } from "./open-dialog.tsx";

const text = mailText.queue;

interface Props {
	readonly mail: UnmatchedMail;
	readonly onDone: () => void;
}

/** One message, why it waits, and what can be done about it. */
export function UnmatchedItem({ mail, onDone }: Props) {
	const id = useId();
	const [dialog, setDialog] = useState<"attach" | "open" | null>(null);
	const [refusal, setRefusal] = useState<Refusal | null>(null);

	async function move(how: "discard" | "restore"): Promise<void> {
		const answer = await moveMail(mail.id, how);
		setRefusal(answer.ok ? null : answer.error);
		onDone();
		if (answer.ok && how === "discard")
			offerBack(text.discardedOne, async () => {
				await moveMail(mail.id, "restore");
				onDone();
			});
	}
	function placed(label: string, { number }: PlacedMail): void {
		setDialog(null);
		onDone();
		notifications.show({
			message: (
				<Group justify="space-between" wrap="nowrap">
					{label}
					<Link href={`/tickets/${number}`}>{text.show}</Link>
				</Group>
			),
		});
	}
	const dialogs = { mail, onClose: () => setDialog(null) };
	return (
		<li className={classes.mail} aria-labelledby={id}>
			<h2 className={classes.subject} id={id}>
				{mail.subject || text.noSubject}
			</h2>
			<p className={classes.about}>
				{text.from} <strong>{mail.fromName || mail.fromAddress}</strong>
				{mail.fromName === "" ? null : ` <${mail.fromAddress}>`}
				{mail.senderName === null ? null : `, ${text.known(mail.senderName)}`}
				{" · "}
				<TimeAgo at={mail.receivedAt} hasClock />
			</p>
			<p className={classes.reason}>
				{text.reasons[mail.reason]}
				{mail.detail === null ? null : `: ${mail.detail}`}
				{mail.suggestedNumber === null ? null : (
					<>
						{" · "}
						<Link href={`/tickets/${mail.suggestedNumber}`}>{mail.suggestedNumber}</Link>
					</>
				)}
			</p>
			<div className={classes.text}>
				<QuotedText text={mail.text || text.noText} />
			</div>
			{mail.fileNames.length > 0 ? (
				<p className={classes.about}>
					<IconPaperclip size={14} aria-hidden="true" /> {text.files(mail.fileNames)}
				</p>
			) : null}
			{refusal ? <ProblemNote refusal={refusal} /> : null}
			<Group gap="xs" mt="xs">
				{mail.state === "discarded" ? (
					<Button size="xs" variant="default" onClick={() => void move("restore")}>
						{text.restore}
					</Button>
				) : (
					<>
						<Button size="xs" onClick={() => setDialog("attach")}>
							{text.attach}
						</Button>
						<Button size="xs" variant="default" onClick={() => setDialog("open")}>
							{text.open}
						</Button>
						<Button size="xs" variant="subtle" color="gray" onClick={() => void move("discard")}>
							{text.discard}
						</Button>
					</>
				)}
			</Group>
			{dialog === "attach" ? (
				<AttachDialog {...dialogs} onPlaced={(ticket) => placed(text.attached(ticket.number), ticket)} />
			) : null}
			{dialog === "open" ? (
				<OpenDialog {...dialogs} onPlaced={(ticket) => placed(text.opened(ticket.number), ticket)} />
			) : null}
		</li>
	);
}
