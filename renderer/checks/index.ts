export { CheckResultView } from "./check-result-view.tsx";
export { ChecksPage } from "./checks-page.tsx";
