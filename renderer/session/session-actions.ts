import { z } from "zod";
import { type OwnAccount, ownAccountSchema } from "../../shared/api/accounts.ts";
import { type Session, sessionSchema } from "../../shared/api/desk.ts";
import type { Result } from "../../shared/result.ts";
import { callWorker } from "../data/index.ts";
import { askDesk } from "../http/index.ts";

/** Asks the desk about who works here, then tells the data worker. */
async function changeSession(request: Parameters<typeof askDesk<Session>>[0]): Promise<Result<Session>> {
	const answer = await askDesk(request);
	if (answer.ok) await callWorker("refreshSession");
	return answer;
}

export function signIn(name: string, password: string): Promise<Result<Session>> {
	return changeSession({
		method: "POST",
		path: "/session",
		answer: sessionSchema,
		body: { name, password },
	});
}

export function actAs(personId: string): Promise<Result<Session>> {
	return changeSession({
		method: "POST",
		path: "/session/act-as",
		answer: sessionSchema,
		body: { personId },
	});
}

/** After a one-time password the one before need not be given; one's other sign-ins end. */
export async function choosePassword(
	newPassword: string,
	currentPassword?: string,
): Promise<Result<OwnAccount>> {
	const answer = await askDesk({
		method: "POST",
		path: "/account/password",
		answer: ownAccountSchema,
		body: { newPassword, ...(currentPassword === undefined ? {} : { currentPassword }) },
	});
	if (answer.ok) await callWorker("refreshSession");
	return answer;
}

/** Who is signed in by the desk's word, not by what the data worker keeps: also why it ended. */
export function loadSession(): Promise<Result<Session>> {
	return askDesk({ path: "/session", answer: sessionSchema });
}

export async function signOut(): Promise<Result<null>> {
	const answer = await askDesk({ method: "DELETE", path: "/session", answer: z.null() });
	if (answer.ok) await callWorker("refreshSession");
	return answer;
}
