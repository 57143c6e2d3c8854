export { KeptFinder } from "./kept-finder.tsx";
export { keptRequests, type Saving } from "./kept-requests.ts";
