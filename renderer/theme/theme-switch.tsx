import { ActionIcon, Tooltip } from "@mantine/core";
import { IconDeviceDesktop, IconMoon, IconSun } from "@tabler/icons-react";
import { appText } from "../text/en/app.ts";
import { useThemeChoice } from "./use-theme-choice.ts";

const ICONS = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon } as const;

/** One button that goes through system, light and dark. */
export function ThemeSwitch() {
	const { choice, chooseNext } = useThemeChoice();
	const Icon = ICONS[choice];
	return (
		<Tooltip label={appText.theme.current(choice)} position="right">
			<ActionIcon size="lg" aria-label={appText.theme.switch(choice)} onClick={chooseNext}>
				<Icon size={18} stroke={1.6} />
			</ActionIcon>
		</Tooltip>
	);
}
