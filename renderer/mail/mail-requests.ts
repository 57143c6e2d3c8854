import { z } from "zod";
import {
	type AttachMail,
	type MailAnswer,
	type MailQueue,
	type MailSettingsInput,
	type MailTest,
	mailAnswerSchema,
	mailQueueSchema,
	mailTestSchema,
	type PlacedMail,
	placedMailSchema,
} from "../../shared/api/mail.ts";
import type { Result } from "../../shared/result.ts";
import { askDesk } from "../http/index.ts";

/** Two servers that may be slow to say no. */
const TEST_WITHIN_MS = 90_000;

export function loadMail(): Promise<Result<MailAnswer>> {
	return askDesk({ path: "/mail", answer: mailAnswerSchema });
}

export function saveMail(input: MailSettingsInput): Promise<Result<MailAnswer>> {
	return askDesk({ method: "PUT", path: "/mail", body: input, answer: mailAnswerSchema });
}

export function testMail(input: MailSettingsInput): Promise<Result<MailTest>> {
	return askDesk({
		method: "POST",
		path: "/mail/test",
		body: input,
		answer: mailTestSchema,
		timeoutMs: TEST_WITHIN_MS,
	});
}

export function loadQueue(state: "unmatched" | "discarded"): Promise<Result<MailQueue>> {
	return askDesk({ path: "/mail/queue", query: { state }, answer: mailQueueSchema });
}

export function attachMail(id: string, body: AttachMail): Promise<Result<PlacedMail>> {
	return askDesk({ method: "POST", path: `/mail/queue/${id}/attach`, body, answer: placedMailSchema });
}

export function openFromMail(id: string, callerId: string): Promise<Result<PlacedMail>> {
	const body = { callerId };
	return askDesk({ method: "POST", path: `/mail/queue/${id}/open`, body, answer: placedMailSchema });
}

export function moveMail(id: string, how: "discard" | "restore"): Promise<Result<unknown>> {
	return askDesk({ method: "POST", path: `/mail/queue/${id}/${how}`, answer: z.unknown() });
}
