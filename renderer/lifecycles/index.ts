export { LifecyclesPages } from "./lifecycles-pages.tsx";
