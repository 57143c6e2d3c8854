export { MailMarkLine } from "./mail-mark-line.tsx";
export { useMailMarks } from "./use-mail-marks.ts";
