export { ServicesPages } from "./services-pages.tsx";
