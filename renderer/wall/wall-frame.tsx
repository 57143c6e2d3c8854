import { useViewportSize } from "@mantine/hooks";
import { createContext, type ReactNode, useContext, useState } from "react";
import { readPreference, writePreference } from "../preferences/index.ts";
import { tokenVariables } from "../theme/index.ts";
import classes from "./wall.module.css";

type WallTheme = "dark" | "light";

interface WallLook {
	/** The size of ordinary text, in pixels: everything on the wall is a multiple of it. */
	readonly emPx: number;
	readonly theme: WallTheme;
	readonly switchTheme: () => void;
}

const LookContext = createContext<WallLook>({ emPx: 16, theme: "dark", switchTheme: () => undefined });

export function useWallLook(): WallLook {
	return useContext(LookContext);
}

/** Ordinary text is 2.7 % of the screen's height: 18 mm on a 55 inch screen, readable from five metres. */
const EM_OF_HEIGHT = 0.027;
/** On a screen that is higher than wide, the width decides. */
const EM_OF_WIDTH = 0.0155;

/** The whole screen, with a theme of its own: a wall is dark unless somebody chose otherwise on it. */
export function WallFrame({ children }: { readonly children: ReactNode }) {
	const { width, height } = useViewportSize();
	const [theme, setTheme] = useState<WallTheme>(() =>
		readPreference("wall.theme") === "light" ? "light" : "dark",
	);
	const emPx = Math.max(12, Math.min(height * EM_OF_HEIGHT, width * EM_OF_WIDTH));
	function switchTheme(): void {
		const next = theme === "dark" ? "light" : "dark";
		writePreference("wall.theme", next);
		setTheme(next);
	}
	// Until the screen has been measured nothing is drawn, so that nothing jumps.
	if (height === 0) return null;
	return (
		<LookContext value={{ emPx, theme, switchTheme }}>
			<main
				className={classes.wall}
				data-theme={theme}
				style={{ ...tokenVariables(theme), fontSize: emPx, colorScheme: theme }}
			>
				{children}
			</main>
		</LookContext>
	);
}
