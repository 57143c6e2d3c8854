import { type RefCallback, useRef } from "react";

/**
 * A text that is edited in place of the button that opens it: `left` when the editor goes, and the focus is on the
 * button (`opener` is its `ref`) again, unless somebody took it elsewhere.
 */
export function useEditReturn() {
	const isLeft = useRef(false);
	const opener: RefCallback<HTMLElement> = (button) => {
		if (button === null || !isLeft.current) return;
		isLeft.current = false;
		if (document.activeElement === document.body) button.focus();
	};
	return {
		opener,
		left: (): void => {
			isLeft.current = true;
		},
	} as const;
}
