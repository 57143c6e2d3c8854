export { saveBlob, saveFile } from "./save-file.ts";
