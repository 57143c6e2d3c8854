import { Group, Stack, Switch, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type ReactNode, useEffect, useState } from "react";
import type { MailAnswer, MailTest } from "../../shared/api/mail.ts";
import type { Refusal } from "../../shared/result.ts";
import { GuardedButton, useAccess } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { useLoaded } from "../http/index.ts";
import { useNow } from "../now/index.ts";
import { Card, Page, ProblemNote } from "../page/index.ts";
import { mailText } from "../text/en/mail.ts";
import { ExchangeView } from "./exchange-view.tsx";
import classes from "./mail.module.css";
import { loadMail, saveMail, testMail } from "./mail-requests.ts";
import { mailboxValues } from "./mailbox-values.ts";
import { ServerFields } from "./server-fields.tsx";
import { StandingCard } from "./standing-card.tsx";

const text = mailText.settings;

/** The desk’s mailbox: where it is, whether it works, what it does with what comes. */
export function MailSettingsPage({ tabs }: { readonly tabs: ReactNode }) {
	const access = useAccess("mail.manage");
	return (
		<Page title={mailText.title} tabs={tabs} layout="read">
			{access.isAllowed ? <Loaded /> : <Text c="dimmed">{access.reason}</Text>}
		</Page>
	);
}

function Loaded() {
	const { value, refusal, reload } = useLoaded(loadMail);
	const version = useTopic("mail", null)?.version;
	const minute = useNow("minute");
	// biome-ignore lint/correctness/useExhaustiveDependencies: how it stands changes with time and with each message
	useEffect(() => void reload(), [reload, version, minute]);
	if (!value) return refusal ? <ProblemNote refusal={refusal} /> : null;
	return (
		<div className={classes.cards}>
			<Text c="dimmed">{text.hint}</Text>
			{value.settings ? <StandingCard standing={value.standing} /> : null}
			<MailboxForm answer={value} onSaved={() => void reload()} />
		</div>
	);
}

interface FormProps {
	readonly answer: MailAnswer;
	readonly onSaved: () => void;
}

function MailboxForm({ answer, onSaved }: FormProps) {
	const { settings } = answer;
	const access = useAccess("mail.manage");
	const [values, setValues] = useState(() => mailboxValues(settings));
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [tested, setTested] = useState<MailTest | null>(null);
	const [isTesting, setIsTesting] = useState(false);
	const set = (change: Partial<typeof values>): void => setValues({ ...values, ...change });
	const isWrong = (path: string): boolean => refusal?.path === path;

	async function save(): Promise<void> {
		const saved = await saveMail(values);
		setRefusal(saved.ok ? null : saved.error);
		if (!saved.ok) return;
		// What was typed as a password is not held any longer than it is needed.
		setValues(mailboxValues(saved.value.settings));
		notifications.show({ message: text.saved });
		onSaved();
	}
	async function test(): Promise<void> {
		setIsTesting(true);
		setTested(null);
		const answered = await testMail(values);
		setIsTesting(false);
		setRefusal(answered.ok ? null : answered.error);
		if (answered.ok) setTested(answered.value);
	}
	const server = (way: "incoming" | "outgoing") => (
		<Card title={text[way]}>
			<ServerFields
				way={way}
				values={values[way]}
				hasPassword={settings?.[way].hasPassword ?? false}
				isAllowed={access.isAllowed}
				errorPath={refusal?.path}
				onChange={(changed) => set({ [way]: changed })}
			/>
		</Card>
	);
	return (
		<form
			className={classes.cards}
			onSubmit={(event) => {
				event.preventDefault();
				if (access.isAllowed) void save();
			}}
		>
			<Card title={text.mailbox}>
				<Stack gap="sm">
					<Switch
						label={text.isEnabled}
						checked={values.isEnabled}
						onChange={(event) => set({ isEnabled: event.currentTarget.checked })}
					/>
					<Group align="flex-start" grow>
						<TextInput
							label={text.address}
							description={text.addressHint}
							inputWrapperOrder={["label", "input", "description", "error"]}
							placeholder="desk@example.org"
							value={values.address}
							onChange={(event) => set({ address: event.currentTarget.value })}
							error={isWrong("address")}
						/>
						<TextInput
							label={text.name}
							value={values.name}
							onChange={(event) => set({ name: event.currentTarget.value })}
							error={isWrong("name")}
						/>
						<TextInput
							label={text.folder}
							value={values.folder}
							onChange={(event) => set({ folder: event.currentTarget.value })}
							error={isWrong("folder")}
						/>
					</Group>
					<Switch
						label={text.opensIncidents}
						description={text.opensHint}
						checked={values.opensIncidents}
						onChange={(event) => set({ opensIncidents: event.currentTarget.checked })}
					/>
				</Stack>
			</Card>
			{server("incoming")}
			{server("outgoing")}
			{refusal ? <ProblemNote refusal={refusal} /> : null}
			<Group>
				<GuardedButton access={access} type="submit">
					{text.save}
				</GuardedButton>
				<GuardedButton access={access} variant="default" loading={isTesting} onClick={() => void test()}>
					{isTesting ? text.testing : text.test}
				</GuardedButton>
			</Group>
			{tested ? (
				<div ref={showIt}>
					<Card title={mailText.exchange.title}>
						<ExchangeView way={text.incoming} exchange={tested.incoming} />
						<ExchangeView way={text.outgoing} exchange={tested.outgoing} />
					</Card>
				</div>
			) : null}
		</form>
	);
}

/** What was asked for comes below what was pressed, and may be out of sight. */
function showIt(element: HTMLElement | null): void {
	element?.scrollIntoView({ block: "end" });
}
