export { PasswordFields } from "./password-fields.tsx";
export { usePasswordForm } from "./use-password-form.ts";
