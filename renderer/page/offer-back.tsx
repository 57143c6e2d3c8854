import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { noteUndoable } from "../keys/index.ts";
import { syncText } from "../text/en/sync.ts";

interface Offer {
	readonly id: string;
	readonly at: number;
	readonly giveBack: () => Promise<unknown>;
}

/** What can still be given back, the newest last: each for as long as its message is on screen. */
const offers: Offer[] = [];

/** Says what was thrown away, and for a while gives it back: by its button, or by the key for Undo. */
export function offerBack(message: string, giveBack: () => Promise<unknown>): void {
	const id = notifications.show({
		autoClose: 15_000,
		onClose: () => withdraw(id),
		message: (
			<Group justify="space-between" wrap="nowrap">
				{message}
				<Button size="compact-xs" variant="subtle" onClick={() => accept(id)}>
					{syncText.page.undo}
				</Button>
			</Group>
		),
	});
	noteUndoable();
	offers.push({ id, at: performance.now(), giveBack });
}

/** What was thrown away last, if that can still be given back. */
export function latestOffer(): { readonly at: number; readonly accept: () => void } | null {
	const offer = offers.at(-1);
	return offer ? { at: offer.at, accept: () => accept(offer.id) } : null;
}

function accept(id: string): void {
	const offer = withdraw(id);
	notifications.hide(id);
	void offer?.giveBack();
}

function withdraw(id: string): Offer | undefined {
	const index = offers.findIndex((offer) => offer.id === id);
	return index < 0 ? undefined : offers.splice(index, 1)[0];
}
