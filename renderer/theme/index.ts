export { ThemeProvider } from "./theme-provider.tsx";
export { ThemeSwitch } from "./theme-switch.tsx";
export { useThemeChoice } from "./use-theme-choice.ts";
