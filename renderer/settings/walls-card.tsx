import { Group, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Device } from "../../shared/api/desk.ts";
import type { Refusal } from "../../shared/result.ts";
import { GuardedButton, useAccess } from "../access/index.ts";
import { DraftNote, useDraft } from "../drafts/index.ts";
import { useLoaded } from "../http/index.ts";
import { Card, EmptyState, ProblemNote } from "../page/index.ts";
import { settingsText } from "../text/en/settings.ts";
import { DeviceTable } from "./device-table.tsx";
import { createDevice, loadDevices } from "./settings-requests.ts";
import { WallLink } from "./wall-link.tsx";

const text = settingsText.walls;

/** The walls that may read this desk: let one in, see when it was last heard of, take its access away. */
export function WallsCard() {
	const loaded = useLoaded(loadDevices);
	const [created, setCreated] = useState<{ readonly device: Device; readonly token: string } | null>(null);
	const devices = loaded.value?.devices ?? null;
	return (
		<Card title={text.title} anchor="walls">
			<Stack gap="md">
				<Text c="dimmed">{location.protocol === "app:" ? text.appHint : text.hint}</Text>
				<NewWall
					onCreated={(made) => {
						setCreated(made);
						void loaded.reload();
					}}
				/>
				{created && (
					<WallLink name={created.device.name} token={created.token} onPutAway={() => setCreated(null)} />
				)}
				{loaded.refusal && devices === null && <ProblemNote refusal={loaded.refusal} />}
				{devices &&
					(devices.length === 0 ? (
						<EmptyState isCompact title={text.none.title} hint={text.none.hint} />
					) : (
						<DeviceTable devices={devices} onChanged={() => void loaded.reload()} />
					))}
			</Stack>
		</Card>
	);
}

interface NewWallProps {
	readonly onCreated: (created: { readonly device: Device; readonly token: string }) => void;
}

function NewWall({ onCreated }: NewWallProps) {
	const access = useAccess("device.manage");
	const draft = useDraft("settings:wall:name");
	const name = draft.text;
	const [problem, setProblem] = useState<string | null>(null);
	const [refusal, setRefusal] = useState<Refusal | null>(null);

	async function handleSubmit(event: FormEvent): Promise<void> {
		event.preventDefault();
		if (!access.isAllowed) return;
		if (name.trim() === "") return setProblem(text.nameNeeded);
		const answer = await createDevice(name.trim());
		setRefusal(answer.ok ? null : answer.error);
		if (!answer.ok) return;
		draft.clear();
		onCreated(answer.value);
	}

	return (
		<form onSubmit={(event) => void handleSubmit(event)} noValidate>
			<Group align="flex-start">
				<TextInput
					size="sm"
					aria-label={text.name}
					placeholder={text.namePlaceholder}
					maxLength={200}
					value={name}
					error={problem}
					onChange={(event) => {
						draft.setText(event.currentTarget.value);
						setProblem(null);
					}}
					flex={1}
				/>
				<GuardedButton access={access} type="submit" size="sm">
					{text.add}
				</GuardedButton>
			</Group>
			<DraftNote draft={draft} />
			{refusal && <ProblemNote refusal={refusal} />}
		</form>
	);
}
