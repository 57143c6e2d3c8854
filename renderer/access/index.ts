export { GuardedButton } from "./guarded-button.tsx";
export { type Access, useAccess, useMay, useOnline } from "./use-access.ts";
