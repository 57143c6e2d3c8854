export { Approvals } from "./approvals.tsx";
export { Asked } from "./asked.tsx";
