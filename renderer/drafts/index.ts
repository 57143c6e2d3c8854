export { DraftBegun, DraftNote } from "./draft-note.tsx";
export { type Draft, useDraft } from "./use-draft.ts";
export { useFormDraft } from "./use-form-draft.ts";
