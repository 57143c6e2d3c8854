export { useAudiences } from "./use-audiences.ts";
export { useKeepViews, useSavedViews, useViewName } from "./use-saved-views.ts";
export { FoldButton, ViewButtons } from "./view-buttons.tsx";
export { ViewChanges } from "./view-changes.tsx";
export { ViewDialogs } from "./view-dialogs.tsx";
export { ViewGone } from "./view-gone.tsx";
export { ViewList } from "./view-list.tsx";
export { partOf } from "./view-positions.ts";
