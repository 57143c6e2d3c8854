import { Button, Group, Modal, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { Device } from "../../shared/api/desk.ts";
import { GuardedButton, useAccess } from "../access/index.ts";
import { TimeAgo } from "../marks/index.ts";
import { settingsText } from "../text/en/settings.ts";
import classes from "./settings.module.css";
import { revokeDevice } from "./settings-requests.ts";

const text = settingsText.walls;

interface Props {
	readonly devices: readonly Device[];
	readonly onChanged: () => void;
}

export function DeviceTable({ devices, onChanged }: Props) {
	const access = useAccess("device.manage");
	const [leaving, setLeaving] = useState<Device | null>(null);
	return (
		<>
			<table className={classes.table} aria-label={text.list}>
				<thead>
					<tr>
						<th scope="col">{text.columns.name}</th>
						<th scope="col">{text.columns.created}</th>
						<th scope="col">{text.columns.seen}</th>
						<th scope="col">
							<span className="visually-hidden">{text.columns.actions}</span>
						</th>
					</tr>
				</thead>
				<tbody>
					{devices.map((device) => (
						<tr key={device.id}>
							<td>{device.name}</td>
							<td>
								<TimeAgo at={device.createdAt} />
							</td>
							<td>{device.lastSeenAt === null ? text.neverSeen : <TimeAgo at={device.lastSeenAt} />}</td>
							<td className={classes.action}>
								<GuardedButton
									access={access}
									variant="default"
									aria-label={text.revokeOf(device.name)}
									onClick={() => setLeaving(device)}
								>
									{text.revoke}
								</GuardedButton>
							</td>
						</tr>
					))}
				</tbody>
			</table>
			{leaving && <RevokeDialog device={leaving} onClose={() => setLeaving(null)} onRevoked={onChanged} />}
		</>
	);
}

interface RevokeDialogProps {
	readonly device: Device;
	readonly onClose: () => void;
	readonly onRevoked: () => void;
}

function RevokeDialog({ device, onClose, onRevoked }: RevokeDialogProps) {
	async function handleConfirm(): Promise<void> {
		const answer = await revokeDevice(device.id);
		onClose();
		if (answer.ok) onRevoked();
		notifications.show(
			answer.ok
				? { message: text.revoked(device.name) }
				: { color: "red", message: answer.error.message, autoClose: 10_000 },
		);
	}
	return (
		<Modal opened onClose={onClose} title={text.revokeTitle(device.name)}>
			<Text mb="md">{text.revokeHint}</Text>
			<Group justify="flex-end">
				<Button variant="default" onClick={onClose} data-autofocus>
					{text.keep}
				</Button>
				<Button color="red" onClick={() => void handleConfirm()}>
					{text.revokeConfirm}
				</Button>
			</Group>
		</Modal>
	);
}
