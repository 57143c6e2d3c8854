export { BesideForm } from "./beside-form.tsx";
export { SimilarPanel } from "./similar-panel.tsx";
