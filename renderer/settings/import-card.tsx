import { Stack, Text } from "@mantine/core";
import { useLocation } from "wouter";
import { Card } from "../page/index.ts";
import { ImportPanel } from "../setup/index.ts";
import { settingsText } from "../text/en/settings.ts";

/** Another log for a desk that is running. */
export function ImportCard() {
	const [, navigate] = useLocation();
	return (
		<Card title={settingsText.log.title} anchor="import">
			<Stack gap="md">
				<Text c="dimmed">{settingsText.log.hint}</Text>
				<ImportPanel onOpenQueue={() => navigate("~/queues")} />
			</Stack>
		</Card>
	);
}
