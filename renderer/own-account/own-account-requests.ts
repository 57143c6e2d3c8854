import { z } from "zod";
import { type OwnAccount, ownAccountSchema } from "../../shared/api/accounts.ts";
import type { Result } from "../../shared/result.ts";
import { askDesk } from "../http/index.ts";

export function loadOwnAccount(): Promise<Result<OwnAccount>> {
	return askDesk({ path: "/account", answer: ownAccountSchema });
}

export function endOwnSession(sessionId: string): Promise<Result<unknown>> {
	return askDesk({ method: "DELETE", path: `/account/sessions/${sessionId}`, answer: z.unknown() });
}

export function endOtherSessions(): Promise<Result<unknown>> {
	return askDesk({ method: "DELETE", path: "/account/sessions", answer: z.unknown() });
}
