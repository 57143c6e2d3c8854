import {
	type KeyboardEvent,
	type RefObject,
	useEffect,
	useLayoutEffect,
	useMemo,
	useRef,
	useState,
} from "react";
import { withToken } from "../../shared/search/token-at.ts";
import { callWorker, useTopic } from "../data/index.ts";
import {
	callerTypedAt,
	completeSearch,
	isTagTypedAt,
	type SearchNames,
	type Suggestion,
} from "./complete-search.ts";

export interface Suggestions {
	readonly suggestions: readonly Suggestion[];
	/** The place of the one that Enter would take. */
	readonly chosen: number | null;
	/** True where the key was for the list. */
	readonly handleKey: (event: KeyboardEvent) => boolean;
	readonly take: (index: number) => void;
	/** The caret is somewhere else. */
	readonly noteCaret: () => void;
	readonly close: () => void;
}

const CALLERS = 8;
const NONE: readonly Suggestion[] = [];

/** What is offered for the piece of a search at the caret, and the keys that choose from it. */
export function useSuggestions(
	text: string,
	onChange: (text: string) => void,
	field: RefObject<HTMLInputElement | null>,
): Suggestions {
	/** `null` while the field is left, or the list was closed: then nothing is offered. */
	const [caret, setCaret] = useState<number | null>(null);
	const [isAsked, setIsAsked] = useState(false);
	/** `"first"`: whatever comes first, of names that are on their way. */
	const [wanted, setWanted] = useState<number | "first" | null>(null);
	const { names, areOnTheirWay } = useNames(text, caret);
	const { span, suggestions } = useMemo(
		() =>
			caret === null
				? { span: null, suggestions: NONE }
				: completeSearch(text, Math.min(caret, text.length), names, isAsked),
		[text, caret, names, isAsked],
	);
	const first = suggestions.length > 0 ? 0 : null;
	const chosen = wanted === "first" ? first : wanted;
	const caretAfter = useRef<number | null>(null);

	useLayoutEffect(() => {
		if (caretAfter.current === null) return;
		field.current?.setSelectionRange(caretAfter.current, caretAfter.current);
		caretAfter.current = null;
	});

	function show(next: number | null, asked: boolean): void {
		setCaret(next);
		setIsAsked(asked);
		setWanted(null);
	}

	function take(index: number): void {
		const suggestion = suggestions[index];
		if (!suggestion || !span) return;
		const isFinished = !suggestion.token.endsWith(":");
		const isLast = text.slice(span.to).trim() === "";
		const next = withToken(text, span, `${suggestion.token}${isFinished && isLast ? " " : ""}`);
		caretAfter.current = next.caret;
		onChange(next.text);
		show(next.caret, false);
	}

	function move(step: number): void {
		const places = suggestions.length + 1;
		const next = ((chosen ?? -1) + 1 + step + places) % places;
		setWanted(next === 0 ? null : next - 1);
	}

	function awaitFirst(key: string): boolean {
		if (key !== "ArrowDown" || !areOnTheirWay) return false;
		setWanted("first");
		return true;
	}

	function handleKey(event: KeyboardEvent): boolean {
		if (event.key === "ArrowDown" && event.altKey) {
			show(field.current?.selectionStart ?? text.length, true);
			return true;
		}
		if (suggestions.length === 0) return awaitFirst(event.key);
		if (event.key === "ArrowDown") move(1);
		else if (event.key === "ArrowUp") move(-1);
		else if (event.key === "Escape") show(null, false);
		else if ((event.key === "Enter" || event.key === "Tab") && chosen !== null) take(chosen);
		else return false;
		return true;
	}

	return {
		suggestions,
		chosen,
		handleKey,
		take,
		noteCaret: () => {
			const at = field.current?.selectionStart ?? null;
			// What was closed stays closed until something is typed.
			if (at !== caret && document.activeElement === field.current) show(at, false);
		},
		close: () => show(null, false),
	};
}

/** The names to choose from; callers are too many to be held here and are asked for. */
function useNames(
	text: string,
	caret: number | null,
): { readonly names: SearchNames; readonly areOnTheirWay: boolean } {
	const staff = useTopic("staff", null);
	const [tags, setTags] = useState<readonly string[]>();
	const [callers, setCallers] = useState<readonly string[]>();
	const typed = caret === null ? null : callerTypedAt(text, caret);
	useEffect(() => {
		if (typed === null) return;
		let isOver = false;
		void callWorker("findPeople", { text: typed, limit: CALLERS }).then((people) => {
			if (!isOver) setCallers(people.map(({ name }) => name));
		});
		return () => {
			isOver = true;
		};
	}, [typed]);
	const isTagTyped = caret !== null && isTagTypedAt(text, caret);
	useEffect(() => {
		if (!isTagTyped) return;
		let isOver = false;
		void callWorker("listTags").then((inUse) => {
			if (!isOver) setTags(inUse.map(({ tag }) => tag));
		});
		return () => {
			isOver = true;
		};
	}, [isTagTyped]);
	const names = useMemo(() => {
		const namesOf = (all: readonly { readonly name: string }[] = []) => all.map(({ name }) => name);
		return {
			teams: namesOf(staff?.teams),
			staff: namesOf(staff?.people),
			cis: namesOf(staff?.cis),
			tags: tags ?? [],
			callers: callers ?? [],
		};
	}, [staff, tags, callers]);
	return { names, areOnTheirWay: (isTagTyped && !tags) || (typed !== null && !callers) };
}
