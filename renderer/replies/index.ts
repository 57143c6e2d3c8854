export { ReplyPicker } from "./reply-picker.tsx";
export { replyValues } from "./reply-values.ts";
