import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { callWorker } from "../data/index.ts";
import { throttle } from "./throttle.ts";

const SAVE_EVERY_MS = 250;

export interface Draft {
	readonly text: string;
	readonly setText: (text: string) => void;
	/** The text was there from an earlier time and nothing was typed since. */
	readonly isRestored: boolean;
	/** False until the device has said whether there is an earlier text. */
	readonly isLoaded: boolean;
	/** What is on screen is on the device. */
	readonly isKept: boolean;
	/** Forgets it, on screen and on the device. */
	readonly clear: () => void;
}

/** A text that survives reloads, crashes and sign-outs: kept at least every 250 ms while typing. */
export function useDraft(key: string): Draft {
	const [text, setShownText] = useState("");
	const [isRestored, setIsRestored] = useState(false);
	const [isLoaded, setIsLoaded] = useState(false);
	const [keptText, setKeptText] = useState<string | null>(null);
	const isTouched = useRef(false);
	const saver = useMemo(
		() =>
			throttle((typed: string) => {
				void callWorker("saveDraft", { key, text: typed }).then(() => setKeptText(typed));
			}, SAVE_EVERY_MS),
		[key],
	);

	useEffect(() => {
		let isOver = false;
		isTouched.current = false;
		setShownText("");
		setIsRestored(false);
		void callWorker("loadDraft", key).then((kept) => {
			if (isOver) return;
			setIsLoaded(true);
			if (kept === null || kept === "" || isTouched.current) return;
			setShownText(kept);
			setIsRestored(true);
		});
		window.addEventListener("pagehide", saver.flush);
		return () => {
			isOver = true;
			window.removeEventListener("pagehide", saver.flush);
			saver.flush();
		};
	}, [key, saver]);

	const setText = useCallback(
		(typed: string) => {
			isTouched.current = true;
			setShownText(typed);
			setIsRestored(false);
			saver.push(typed);
		},
		[saver],
	);
	const clear = useCallback(() => {
		setText("");
		saver.flush();
	}, [setText, saver]);
	return { text, setText, isRestored, isLoaded, isKept: text !== "" && keptText === text, clear };
}
