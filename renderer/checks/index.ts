export { ChecksPage } from "./checks-page.tsx";
