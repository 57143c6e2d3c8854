import { MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";
import { colorSchemeManager } from "./color-scheme-manager.ts";
import { resolveVariables, theme } from "./theme.ts";

/** The look of everything below it; follows the system until the person chose otherwise. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
	return (
		<MantineProvider
			theme={theme}
			cssVariablesResolver={resolveVariables}
			defaultColorScheme="auto"
			colorSchemeManager={colorSchemeManager}
		>
			{children}
		</MantineProvider>
	);
}
