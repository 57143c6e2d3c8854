export { SetupGate } from "./setup-gate.tsx";
export { SetupPage } from "./setup-page.tsx";
