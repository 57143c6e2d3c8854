export { ThemeProvider } from "./theme-provider.tsx";
export { ThemeSwitch } from "./theme-switch.tsx";
export { tokenVariables } from "./tokens.ts";
export { useThemeChoice } from "./use-theme-choice.ts";
