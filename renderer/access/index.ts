export { GuardedButton } from "./guarded-button.tsx";
export { type Access, useAccess, useMay } from "./use-access.ts";
