export { MajorsPage } from "./majors-page.tsx";
