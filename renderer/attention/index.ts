export { describeValue, type FieldValue, type Wording } from "./describe-value.ts";
export { discardIntent } from "./discard-intent.ts";
export { NeedsYouCard } from "./needs-you-card.tsx";
