export { HitReasons } from "./hit-reasons.tsx";
export { MarkedText } from "./marked-text.tsx";
export { SearchField } from "./search-field.tsx";
export { TermPills } from "./term-pills.tsx";
