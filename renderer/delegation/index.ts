export { DelegationCard } from "./delegation-card.tsx";
