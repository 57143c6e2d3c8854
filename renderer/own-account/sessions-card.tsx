import { notifications } from "@mantine/notifications";
import type { SignedIn } from "../../shared/api/accounts.ts";
import type { Result } from "../../shared/result.ts";
import { GuardedButton, useOnline } from "../access/index.ts";
import { TimeAgo } from "../marks/index.ts";
import { Card } from "../page/index.ts";
import { ownText } from "../text/en/own-account.ts";
import classes from "./own-account.module.css";
import { endOtherSessions, endOwnSession } from "./own-account-requests.ts";

const text = ownText.sessions;

interface Props {
	readonly sessions: readonly SignedIn[];
	readonly onChanged: () => void;
}

/** Where one is signed in, to be ended from here. */
export function SessionsCard({ sessions, onChanged }: Props) {
	const access = useOnline();
	const hasOthers = sessions.some(({ isThisOne }) => !isThisOne);

	async function end(ending: Promise<Result<unknown>>): Promise<void> {
		const answer = await ending;
		notifications.show(
			answer.ok
				? { message: text.ended }
				: { color: "red", message: answer.error.message, autoClose: 10_000 },
		);
		onChanged();
	}
	return (
		<Card
			title={text.title}
			isFlush
			aside={
				hasOthers && (
					<GuardedButton access={access} variant="default" onClick={() => void end(endOtherSessions())}>
						{text.endOthers}
					</GuardedButton>
				)
			}
		>
			<table className={classes.table} aria-label={text.title}>
				<thead>
					<tr>
						<th scope="col">{text.columns.where}</th>
						<th scope="col">{text.columns.since}</th>
						<th scope="col">{text.columns.seen}</th>
						<th scope="col">
							<span className="visually-hidden">{text.columns.actions}</span>
						</th>
					</tr>
				</thead>
				<tbody>
					{sessions.map((session) => (
						<tr key={session.id}>
							<td>
								{session.where ?? text.unknown}
								{session.isThisOne && <span className={classes.dim}> · {text.thisOne}</span>}
							</td>
							<td>
								<TimeAgo at={session.startedAt} hasClock />
							</td>
							<td>
								<TimeAgo at={session.seenAt} />
							</td>
							<td className={classes.action}>
								{!session.isThisOne && (
									<GuardedButton
										access={access}
										variant="default"
										aria-label={text.endOf(session.where ?? text.unknown)}
										onClick={() => void end(endOwnSession(session.id))}
									>
										{text.end}
									</GuardedButton>
								)}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</Card>
	);
}
