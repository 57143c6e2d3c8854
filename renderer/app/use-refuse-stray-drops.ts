import { useEffect } from "react";

/** A file dropped beside what takes it would replace the console in its window. */
export function useRefuseStrayDrops(): void {
	useEffect(() => {
		const refuse = (event: DragEvent): void => {
			if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
			event.preventDefault();
			event.dataTransfer.dropEffect = "none";
		};
		window.addEventListener("dragover", refuse);
		window.addEventListener("drop", refuse);
		return () => {
			window.removeEventListener("dragover", refuse);
			window.removeEventListener("drop", refuse);
		};
	}, []);
}
