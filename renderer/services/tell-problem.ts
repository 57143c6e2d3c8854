import { notifications } from "@mantine/notifications";
import type { Result } from "../../shared/result.ts";

/** Says why something could not be done; whether it was. */
export function tellProblem<Value>(answer: Result<Value>): answer is Extract<typeof answer, { ok: true }> {
	if (!answer.ok) notifications.show({ color: "red", message: answer.error.message, autoClose: 10_000 });
	return answer.ok;
}
