import { Link } from "wouter";
import type { MailStanding } from "../../shared/api/mail.ts";
import { TimeAgo } from "../marks/index.ts";
import { Card } from "../page/index.ts";
import { mailText } from "../text/en/mail.ts";
import { formatShort } from "../text/time.ts";
import classes from "./mail.module.css";

const text = mailText.standing;

/** Whether mail is read and sent, since when not, and why. */
export function StandingCard({ standing }: { readonly standing: MailStanding }) {
	const { reading, lastReadAt, readError, retryAt, sendError, waiting, unmatched } = standing;
	return (
		<Card title={text.title}>
			<dl className={classes.standing}>
				<div>
					<dt>{mailText.settings.incoming}</dt>
					<dd data-bad={reading === "failing" || undefined}>
						{text.reading[reading]}
						{readError === null ? null : `: ${readError}`}
						{retryAt === null ? null : ` · ${text.retry} ${formatShort(retryAt)}`}
					</dd>
				</div>
				<div>
					<dt>{text.lastRead}</dt>
					<dd>{lastReadAt === null ? text.never : <TimeAgo at={lastReadAt} />}</dd>
				</div>
				<div>
					<dt>{mailText.settings.outgoing}</dt>
					<dd data-bad={sendError !== null || undefined}>
						{sendError === null ? text.waiting(waiting) : `${text.sendFailed}: ${sendError}`}
						{sendError === null ? null : ` · ${text.waiting(waiting)}`}
					</dd>
				</div>
				<div>
					<dt>{mailText.queue.title}</dt>
					<dd>
						<Link href="~/mail">{text.queue(unmatched)}</Link>
					</dd>
				</div>
			</dl>
		</Card>
	);
}
