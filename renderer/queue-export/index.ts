export { exportCsv } from "./export-csv.ts";
