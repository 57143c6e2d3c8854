import { notifications } from "@mantine/notifications";
import { type Check, type CheckInput, checkInputSchema } from "../../shared/api/checks.ts";
import type { Refusal } from "../../shared/result.ts";
import { offerBack } from "../page/index.ts";
import { checksText } from "../text/en/checks.ts";
import { changeCheck, createCheck, deleteCheck } from "./check-requests.ts";

/** What can be done to a check from anywhere; says what came of it. */
export const checkActions = { setPaused, remove } as const;

async function setPaused(check: Check, isPaused: boolean): Promise<void> {
	const answer = await changeCheck(check.id, { isPaused });
	if (!answer.ok) return sayRefused(answer.error);
	notifications.show({
		message: isPaused ? checksText.pausedNote(check.name) : checksText.resumedNote(check.name),
	});
}

/** Deletes it and offers to bring it back; answers whether it is gone. */
async function remove(check: Check): Promise<boolean> {
	const answer = await deleteCheck(check.id);
	if (!answer.ok) {
		sayRefused(answer.error);
		return false;
	}
	offerBack(checksText.removal.done(check.name), () => restore(check));
	return true;
}

async function restore(check: Check): Promise<void> {
	const answer = await createCheck(inputOf(check));
	if (!answer.ok) return sayRefused(answer.error);
	notifications.show({ message: checksText.removal.undone(check.name) });
}

/** What a person once entered, without what the desk added. */
function inputOf(check: Check): CheckInput {
	const { id: _id, state: _state, stateSince: _since, revision: _revision, ...input } = check;
	return checkInputSchema.parse(input);
}

function sayRefused(refusal: Refusal): void {
	notifications.show({ color: "red", message: refusal.message, autoClose: 10_000 });
}
