export { ServiceLevelPages } from "./service-level-pages.tsx";
