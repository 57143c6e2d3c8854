import { notifications } from "@mantine/notifications";
import type { z } from "zod";
import type { Result } from "../../shared/result.ts";
import { askDesk } from "../http/index.ts";
import { offerBack } from "../page/index.ts";

/** What everything has that people keep under a name: saved views, replies, articles. */
export interface Kept {
	readonly id: string;
	readonly version: number;
	readonly name: string;
}

export interface Saving<Input> {
	readonly id: string;
	/** The one that was edited; 0 makes a new one. */
	readonly version: number;
	readonly input: Input;
}

export interface KeptKind<Thing extends Kept, Input> {
	/** Below `/api`, as `/replies`. */
	readonly path: string;
	/** What a body calls one, as `reply`. */
	readonly key: string;
	readonly answer: z.ZodType<Thing>;
	/** What of a thing is sent to save it. */
	readonly inputOf: (thing: Thing) => Input;
	readonly text: Readonly<Record<"saved" | "removed" | "undone", (name: string) => string>>;
	/** It was saved, also by Undo. */
	readonly onSaved?: (thing: Thing) => void;
}

/** How things of one kind are saved and taken away at the desk, each with the offer to take that back. */
export function keptRequests<Thing extends Kept, Input>(kind: KeptKind<Thing, Input>) {
	const { path, key, answer, inputOf, text } = kind;
	const tell = (result: Result<Thing>, message: string): void => {
		notifications.show({ message: result.ok ? message : result.error.message });
	};
	/** Without an offer. */
	function put({ id, version, input }: Saving<Input>): Promise<Result<Thing>> {
		return askDesk({ method: "PUT", path: `${path}/${id}`, body: { version, [key]: input }, answer });
	}
	function take({ id, version }: Thing): Promise<Result<Thing>> {
		return askDesk({ method: "DELETE", path: `${path}/${id}`, query: { version }, answer });
	}
	async function undo(saved: Thing, before: Thing | null): Promise<void> {
		if (!before) return tell(await take(saved), text.removed(saved.name));
		const undone = await put({ id: saved.id, version: saved.version, input: inputOf(before) });
		if (undone.ok) kind.onSaved?.(undone.value);
		tell(undone, text.undone(before.name));
	}
	/** `before` is what Undo gives back, `null` where it is new. */
	async function save(saving: Saving<Input>, before: Thing | null): Promise<Result<Thing>> {
		const saved = await put(saving);
		if (!saved.ok) return saved;
		kind.onSaved?.(saved.value);
		offerBack(text.saved(saved.value.name), () => undo(saved.value, before));
		return saved;
	}
	async function remove(thing: Thing): Promise<Result<Thing>> {
		const removed = await take(thing);
		if (!removed.ok) return removed;
		offerBack(text.removed(thing.name), async () => {
			const saving = { id: thing.id, version: 0, input: inputOf(removed.value) };
			tell(await put(saving), text.undone(thing.name));
		});
		return removed;
	}
	return { put, save, remove };
}
