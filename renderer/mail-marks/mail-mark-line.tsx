import { IconMail, IconMailCheck, IconMailDown, IconMailX } from "@tabler/icons-react";
import type { MailMark } from "../../shared/api/mail.ts";
import { mailText } from "../text/en/mail.ts";
import classes from "./mail-marks.module.css";

const ICONS = {
	waiting: IconMail,
	sent: IconMailCheck,
	undeliverable: IconMailX,
	received: IconMailDown,
} as const;

/** Whether an entry went to the caller or came from somebody, by mail. */
export function MailMarkLine({ mark }: { readonly mark: MailMark }) {
	const { state, direction, address, detail } = mark;
	const Icon = ICONS[state];
	const text = mailText.marks;
	return (
		<p className={classes.mark} data-state={state}>
			<Icon size={14} aria-hidden="true" />
			{text[state]} {direction === "out" ? text.to(address) : text.from(address)}
			{detail === null ? null : `: ${detail}`}
		</p>
	);
}
