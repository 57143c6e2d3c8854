import { useEffect } from "react";
import { useStore } from "zustand";
import { applyUpdate, updateStore } from "../update/index.ts";

/** Nobody stands at a wall to press "Reload": a newer version is taken into use as soon as it waits. */
export function useWallUpdate(): void {
	const state = useStore(updateStore, (store) => store.state);
	useEffect(() => {
		if (state !== "current") applyUpdate();
	}, [state]);
}
