export { AttachButton } from "./attach-button.tsx";
export { AttachmentList } from "./attachment-list.tsx";
export { ChosenFileList } from "./chosen-file-list.tsx";
export { FileDrop } from "./file-drop.tsx";
export { type ChosenFiles, useChosenFiles } from "./use-chosen-files.ts";
