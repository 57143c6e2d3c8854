/** Fields with text of its own to take back: typed since the last act. */
let typedIn = new WeakSet<EventTarget>();

/** Undo in a field takes back its text, as long as that is the newest thing there is to take back. */
export function isTypedInSince(target: EventTarget | null): boolean {
	return target !== null && typedIn.has(target);
}

/** Hears of every key that changes a field. */
export function noteTyping({ target }: Pick<Event, "target">): void {
	if (target) typedIn.add(target);
}

/** Something was done that can be taken back: Undo means it, also where the focus stayed in a field. */
export function noteUndoable(): void {
	typedIn = new WeakSet();
}
