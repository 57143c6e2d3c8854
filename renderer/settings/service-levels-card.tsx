import { Stack, Text } from "@mantine/core";
import { Link } from "wouter";
import { Card } from "../page/index.ts";
import { serviceLevelsText } from "../text/en/service-levels.ts";

/** The way to policies and calendars, which have pages of their own. */
export function ServiceLevelsCard() {
	return (
		<Card title={serviceLevelsText.title} anchor="service-levels">
			<Stack gap="md" align="flex-start">
				<Text c="dimmed">{serviceLevelsText.settingsHint}</Text>
				<Link href="/service-levels">{serviceLevelsText.open}</Link>
			</Stack>
		</Card>
	);
}
