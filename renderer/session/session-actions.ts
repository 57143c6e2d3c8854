import { z } from "zod";
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

export async function signOut(): Promise<Result<null>> {
	const answer = await askDesk({ method: "DELETE", path: "/session", answer: z.null() });
	if (answer.ok) await callWorker("refreshSession");
	return answer;
}
