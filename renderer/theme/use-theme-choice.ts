import { type MantineColorScheme, useMantineColorScheme } from "@mantine/core";

const NEXT: Readonly<Record<MantineColorScheme, MantineColorScheme>> = {
	auto: "light",
	light: "dark",
	dark: "auto",
};

/** The chosen theme and how to go to the next: system, light, dark. */
export function useThemeChoice(): {
	readonly choice: MantineColorScheme;
	readonly choose: (choice: MantineColorScheme) => void;
	readonly chooseNext: () => void;
} {
	const { colorScheme, setColorScheme } = useMantineColorScheme();
	return {
		choice: colorScheme,
		choose: setColorScheme,
		chooseNext: () => setColorScheme(NEXT[colorScheme]),
	};
}
