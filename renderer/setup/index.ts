export { ImportPanel } from "./import-panel.tsx";
export { SetupGate } from "./setup-gate.tsx";
export { SetupPage } from "./setup-page.tsx";
