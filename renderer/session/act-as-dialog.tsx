import { Modal, Select, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTopic } from "../data/index.ts";
import { appText } from "../text/en/app.ts";
import { ticketText } from "../text/en/ticket.ts";
import { actAs } from "./session-actions.ts";
import { useSessionUi } from "./session-ui-store.ts";

/** At a desk without sign-in: whose name stands under what is done here. */
export function ActAsDialog() {
	const isOpen = useSessionUi((state) => state.isActAsOpen);
	const setActAsOpen = useSessionUi((state) => state.setActAsOpen);
	return (
		<Modal opened={isOpen} onClose={() => setActAsOpen(false)} title={appText.session.actAsTitle} size="sm">
			<ActAsForm onDone={() => setActAsOpen(false)} />
		</Modal>
	);
}

function ActAsForm({ onDone }: { readonly onDone: () => void }) {
	const staff = useTopic("staff", null);
	const session = useTopic("session", null);
	const [error, setError] = useState<string | null>(null);

	async function choose(personId: string | null): Promise<void> {
		if (personId === null) return;
		const answer = await actAs(personId);
		if (!answer.ok) return setError(answer.error.message);
		notifications.show({ message: appText.session.actingAs(answer.value.person?.name ?? "") });
		onDone();
	}
	return (
		<Stack gap="sm">
			<Text c="dimmed">{appText.session.actAsHint}</Text>
			<Select
				data-autofocus
				label={appText.session.actAsPick}
				data={(staff?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
				defaultValue={session?.person?.id ?? null}
				onChange={(id) => void choose(id)}
				searchable
				limit={60}
				nothingFoundMessage={ticketText.pick.nobodyFound}
				error={error}
			/>
		</Stack>
	);
}
