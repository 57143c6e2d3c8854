export { GuardedButton } from "./guarded-button.tsx";
export { type Access, useAccess } from "./use-access.ts";
