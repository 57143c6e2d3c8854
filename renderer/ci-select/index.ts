export { type CiChoice, CiSelect } from "./ci-select.tsx";
