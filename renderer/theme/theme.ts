import {
	ActionIcon,
	Button,
	Combobox,
	type CSSVariablesResolver,
	createTheme,
	Input,
	type MantineColorsTuple,
	Modal,
	Notification,
	SegmentedControl,
	Select,
	Tooltip,
} from "@mantine/core";
import { appText } from "../text/en/app.ts";
import { tokenVariables } from "./tokens.ts";

/** The accent from faint to strong; index 6 fills buttons in the light theme, 7 in the dark one. */
const INK: MantineColorsTuple = [
	"#eef2fd",
	"#dbe3fa",
	"#b6c6f4",
	"#98b1ff",
	"#6d8be6",
	"#4f6fda",
	"#2f4fb5",
	"#3d5fd0",
	"#233c8c",
	"#192b66",
];

/** Greys with the tokens' cool cast, for the parts that Mantine colours itself. */
const DARK: MantineColorsTuple = [
	"#e4e7ec",
	"#c6ccd6",
	"#a0a8b6",
	"#6f7786",
	"#3a3f4a",
	"#2a2e37",
	"#20232a",
	"#17191e",
	"#111317",
	"#0b0c0f",
];

/** What each system itself uses; of DejaVu the condensed cut, as the other is too wide for dense lists. */
const SYSTEM_FONT =
	'-apple-system, "Segoe UI Variable Text", "Segoe UI", Roboto, "Noto Sans", Cantarell, Ubuntu, "Liberation Sans", "DejaVu Sans Condensed", system-ui, sans-serif';

/** The one theme: dense, calm, 13 px. */
export const theme = createTheme({
	primaryColor: "ink",
	primaryShade: { light: 6, dark: 7 },
	colors: { ink: INK, dark: DARK },
	fontFamily: SYSTEM_FONT,
	fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "Liberation Mono", Menlo, monospace',
	headings: { fontFamily: SYSTEM_FONT, fontWeight: "600" },
	fontSizes: { xs: "12px", sm: "13px", md: "13px", lg: "15px", xl: "18px" },
	lineHeights: { xs: "1.35", sm: "1.4", md: "1.45", lg: "1.4", xl: "1.3" },
	spacing: { xs: "6px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
	defaultRadius: "sm",
	radius: { xs: "3px", sm: "5px", md: "7px", lg: "10px", xl: "14px" },
	focusRing: "auto",
	respectReducedMotion: true,
	cursorType: "pointer",
	components: {
		Button: Button.extend({ defaultProps: { size: "xs" }, styles: { root: { fontWeight: 500 } } }),
		ActionIcon: ActionIcon.extend({ defaultProps: { variant: "subtle", color: "gray", size: "md" } }),
		Input: Input.extend({ defaultProps: { size: "xs" } }),
		InputWrapper: Input.Wrapper.extend({
			vars: () => ({
				label: { "--input-label-size": "12px", "--input-asterisk-color": undefined },
				error: { "--input-error-size": "12px" },
				success: { "--input-success-size": "12px" },
				description: { "--input-description-size": "12px" },
			}),
		}),
		Combobox: Combobox.extend({ defaultProps: { size: "sm", keepMounted: false } }),
		// The list itself scrolls: a scroll area around it would be one more thing to reach by key.
		Select: Select.extend({
			defaultProps: { openOnFocus: false, withScrollArea: false, selectFirstOptionOnChange: true },
			styles: { options: { maxHeight: 220, overflowY: "auto" } },
		}),
		Modal: Modal.extend({
			styles: { title: { fontWeight: 600, fontSize: 15 } },
			defaultProps: {
				closeButtonProps: { "aria-label": appText.close },
				centered: false,
				yOffset: "12vh",
				// There and gone at once: what is pressed next is for it, and after it for the page behind it.
				transitionProps: { duration: 0 },
			},
		}),
		Notification: Notification.extend({
			defaultProps: { closeButtonProps: { "aria-label": appText.close } },
		}),
		// Who changes what is shown looks at that, not at a slider on its way.
		SegmentedControl: SegmentedControl.extend({ defaultProps: { transitionDuration: 0 } }),
		Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: false } }),
	},
});

/** Puts the tokens, and Mantine's own names for the same purposes, on the page. */
export const resolveVariables: CSSVariablesResolver = () => ({
	variables: {},
	light: { ...tokenVariables("light"), ...MANTINE_FROM_TOKENS },
	dark: { ...tokenVariables("dark"), ...MANTINE_FROM_TOKENS },
});

const MANTINE_FROM_TOKENS = {
	"--mantine-color-body": "var(--dw-surface)",
	"--mantine-color-text": "var(--dw-text)",
	"--mantine-color-dimmed": "var(--dw-text-dim)",
	"--mantine-color-placeholder": "var(--dw-text-dim)",
	"--mantine-color-anchor": "var(--dw-accent-text)",
	"--mantine-color-error": "var(--dw-critical)",
	"--mantine-color-default": "var(--dw-surface)",
	"--mantine-color-default-hover": "var(--dw-hover)",
	"--mantine-color-default-border": "var(--dw-line)",
	"--mantine-color-default-color": "var(--dw-text)",
	"--mantine-color-gray-text": "var(--dw-text-dim)",
	"--mantine-color-gray-light-color": "var(--dw-text)",
};
