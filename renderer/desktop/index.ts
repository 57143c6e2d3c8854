export { BackgroundNotice } from "./background-notice.tsx";
export { shellBridge } from "./shell-bridge.ts";
export { useDisplays } from "./use-displays.ts";
export { useShellNavigation } from "./use-shell-navigation.ts";
