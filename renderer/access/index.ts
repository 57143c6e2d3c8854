export { GuardedButton } from "./guarded-button.tsx";
export { useAccess } from "./use-access.ts";
