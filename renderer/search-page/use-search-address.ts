import { useEffect, useRef, useState } from "react";
import { useLocation, useSearch } from "wouter";

/** The address follows when the typing rests. */
const REST_MS = 300;

/** What is searched for: taken from the address, which follows it, so that a reload and the way back keep it. */
export function useSearchAddress(): readonly [text: string, setText: (text: string) => void] {
	const [, navigate] = useLocation();
	const asked = new URLSearchParams(useSearch()).get("q") ?? "";
	const [text, setText] = useState(asked);
	const written = useRef(asked);

	useEffect(() => {
		if (asked === written.current) return;
		written.current = asked;
		setText(asked);
	}, [asked]);

	useEffect(() => {
		const wanted = text.trim();
		if (wanted === written.current) return;
		const timer = setTimeout(() => {
			// Who has gone on to another page meanwhile is not brought back.
			if (window.location.pathname !== "/search") return;
			written.current = wanted;
			navigate(wanted === "" ? "/search" : `/search?q=${encodeURIComponent(wanted)}`, { replace: true });
		}, REST_MS);
		return () => clearTimeout(timer);
	}, [text, navigate]);

	return [text, setText];
}
