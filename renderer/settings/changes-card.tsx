import { Stack, Text } from "@mantine/core";
import { Link } from "wouter";
import { Card } from "../page/index.ts";
import { changesText } from "../text/en/changes.ts";

/** The way to how changes are approved and planned, which has a page of its own. */
export function ChangesCard() {
	return (
		<Card title={changesText.settings.title} anchor="changes">
			<Stack gap="md" align="flex-start">
				<Text c="dimmed">{changesText.settings.hint}</Text>
				<Link href="/changes">{changesText.settings.open}</Link>
			</Stack>
		</Card>
	);
}
