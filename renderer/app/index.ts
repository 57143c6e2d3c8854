export { App } from "./app.tsx";
export { beginEarly } from "./begin-early.ts";
