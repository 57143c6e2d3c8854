export { ActAsDialog } from "./act-as-dialog.tsx";
export { DeviceNotice } from "./device-notice.tsx";
export { NoAccess, useNoAccess } from "./no-access.tsx";
export { choosePassword, loadSession, signIn } from "./session-actions.ts";
export { SessionMenu } from "./session-menu.tsx";
export { useSessionUi } from "./session-ui-store.ts";
export { useIsDevice } from "./use-is-device.ts";
