import { SegmentedControl } from "@mantine/core";
import { Card } from "../page/index.ts";
import { settingsText } from "../text/en/settings.ts";
import { useThemeChoice } from "../theme/index.ts";

const CHOICES = ["auto", "light", "dark"] as const;
const text = settingsText.appearance;

export function AppearanceCard() {
	const { choice, choose } = useThemeChoice();
	return (
		<Card title={text.title} anchor="appearance">
			<SegmentedControl
				aria-label={text.theme}
				value={choice}
				onChange={(value) => choose(CHOICES.find((each) => each === value) ?? "auto")}
				data={CHOICES.map((value) => ({ value, label: text.themes[value] }))}
			/>
		</Card>
	);
}
