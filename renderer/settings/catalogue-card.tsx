import { Stack, Text } from "@mantine/core";
import { Link } from "wouter";
import { Card } from "../page/index.ts";
import { catalogueText } from "../text/en/requests.ts";

/** The way to what can be requested, which has pages of its own. */
export function CatalogueCard() {
	return (
		<Card title={catalogueText.title} anchor="catalogue">
			<Stack gap="md" align="flex-start">
				<Text c="dimmed">{catalogueText.settingsHint}</Text>
				<Link href="/catalogue">{catalogueText.open}</Link>
			</Stack>
		</Card>
	);
}
