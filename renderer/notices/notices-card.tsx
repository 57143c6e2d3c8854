import { Button, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { shellBridge } from "../desktop/index.ts";
import { Card } from "../page/index.ts";
import { noticesText } from "../text/en/notices.ts";

const text = noticesText.settings;

/** What is told here, and whether the system may tell it too; the app’s shell needs nobody’s leave. */
export function NoticesCard() {
	const [permission, setPermission] = useState(() =>
		"Notification" in window ? Notification.permission : null,
	);
	if (shellBridge()) return null;
	return (
		<Card title={noticesText.settings.title} anchor="notices">
			<Stack gap="md" align="flex-start">
				<Text c="dimmed">{text.hint}</Text>
				{permission === "default" ? (
					<Button
						variant="default"
						aria-describedby="notices-of-system"
						onClick={() => void Notification.requestPermission().then(setPermission)}
					>
						{text.ask}
					</Button>
				) : null}
				{permission === null ? null : (
					<Text id="notices-of-system" c="dimmed" role="status">
						{permission === "default" ? text.system : text[permission]}
					</Text>
				)}
			</Stack>
		</Card>
	);
}
