export { QuotedText } from "./quoted-text.tsx";
