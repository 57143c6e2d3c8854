export { WorkloadPage } from "./workload-page.tsx";
