import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { callWorker } from "../data/index.ts";
import type { OtherDraft } from "../worker/protocol.ts";
import { throttle } from "./throttle.ts";

const SAVE_EVERY_MS = 250;

export interface Draft {
	readonly text: string;
	readonly setText: (text: string) => void;
	/** The text was there from an earlier time and nothing was typed since. */
	readonly isRestored: boolean;
	/** What is on screen is on the device. */
	readonly isKept: boolean;
	/** What another window wrote into the same field. */
	readonly other: OtherDraft | null;
	/** Shows the other window's text; the one shown before is kept in its place. */
	readonly takeOther: () => void;
	/** Forgets it, on screen and on the device. */
	readonly clear: () => void;
}

/**
 * A text that survives reloads, crashes and sign-outs: kept at least every 250 ms while typing. `initial`
 * is what the field holds before anybody types; a text that says the same is no draft.
 */
export function useDraft(key: string, initial = ""): Draft {
	const [typed, setTyped] = useState<string | null>(null);
	const [isRestored, setIsRestored] = useState(false);
	const [keptText, setKeptText] = useState<string | null>(null);
	const [other, setOther] = useState<OtherDraft | null>(null);
	/** What the device holds, as far as this window knows. */
	const known = useRef<string | null>(null);
	const isTouched = useRef(false);
	const saver = useMemo(
		() =>
			throttle((text: string) => {
				const saving = callWorker("saveDraft", { key, text, known: known.current });
				known.current = text === "" ? null : text;
				void saving.then((found) => {
					setKeptText(text);
					setOther(found);
				});
			}, SAVE_EVERY_MS),
		[key],
	);

	useEffect(() => {
		let isOver = false;
		const load = () =>
			void callWorker("loadDraft", key).then((kept) => {
				if (isOver) return;
				setOther(kept.other);
				if (isTouched.current) return;
				known.current = kept.text;
				setTyped(kept.text);
				setIsRestored(kept.text !== null);
			});
		isTouched.current = false;
		known.current = null;
		setTyped(null);
		setIsRestored(false);
		load();
		// Meanwhile another window may have gone on with it.
		window.addEventListener("focus", load);
		window.addEventListener("pagehide", saver.flush);
		return () => {
			isOver = true;
			window.removeEventListener("focus", load);
			window.removeEventListener("pagehide", saver.flush);
			saver.flush();
		};
	}, [key, saver]);

	const setText = useCallback(
		(text: string) => {
			isTouched.current = true;
			setTyped(text);
			setIsRestored(false);
			saver.push(text === initial ? "" : text);
		},
		[saver, initial],
	);
	const clear = useCallback(() => {
		setTyped(null);
		setIsRestored(false);
		saver.push("");
		saver.flush();
		isTouched.current = false;
	}, [saver]);
	const takeOther = useCallback(() => {
		if (!other) return;
		saver.flush();
		const mine = typed ?? "";
		void callWorker("saveDraft", { key: other.key, text: mine, known: other.text });
		setText(other.text);
		setOther(mine === "" ? null : { key: other.key, text: mine });
	}, [other, typed, saver, setText]);
	return {
		text: typed ?? initial,
		setText,
		isRestored,
		isKept: typed !== null && typed !== "" && keptText === typed,
		other,
		takeOther,
		clear,
	};
}
