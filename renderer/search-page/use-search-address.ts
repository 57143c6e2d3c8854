import { useCallback, useEffect, useRef, useState } from "react";
import { useLocation, useSearch } from "wouter";

/** The address follows when the typing rests. */
const REST_MS = 300;

export interface SearchAddress {
	readonly text: string;
	readonly setText: (text: string) => void;
	/** Writes the address at once: the person leaves the field, perhaps for another page. */
	readonly settle: () => void;
}

/** What is searched for: taken from the address, which follows it, so that a reload and the way back keep it. */
export function useSearchAddress(): SearchAddress {
	const [, navigate] = useLocation();
	const asked = new URLSearchParams(useSearch()).get("q") ?? "";
	const [text, setText] = useState(asked);
	const written = useRef(asked);

	useEffect(() => {
		if (asked === written.current) return;
		written.current = asked;
		setText(asked);
	}, [asked]);

	const settle = useCallback(() => {
		const wanted = text.trim();
		// Who has gone on to another page meanwhile is not brought back.
		if (wanted === written.current || window.location.pathname !== "/search") return;
		written.current = wanted;
		navigate(wanted === "" ? "/search" : `/search?q=${encodeURIComponent(wanted)}`, { replace: true });
	}, [text, navigate]);

	useEffect(() => {
		const timer = setTimeout(settle, REST_MS);
		return () => clearTimeout(timer);
	}, [settle]);

	return { text, setText, settle };
}
