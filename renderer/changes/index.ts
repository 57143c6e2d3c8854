export { ChangesPages } from "./changes-pages.tsx";
