import { z } from "zod";
import {
	type Check,
	type CheckDetail,
	type CheckInput,
	type CheckPatch,
	type CheckResult,
	type CheckTest,
	checkDetailSchema,
	checkResultSchema,
	checkSchema,
} from "../../shared/api/checks.ts";
import type { Result } from "../../shared/result.ts";
import { askDesk } from "../http/index.ts";

/** Room for the answer itself on top of what the check may take. */
const TEST_MARGIN_MS = 5_000;

export function loadCheck(checkId: string, signal: AbortSignal): Promise<Result<CheckDetail>> {
	return askDesk({ path: `/checks/${checkId}`, answer: checkDetailSchema, signal });
}

export function createCheck(input: CheckInput): Promise<Result<Check>> {
	return askDesk({ method: "POST", path: "/checks", body: input, answer: checkSchema });
}

export function changeCheck(checkId: string, patch: CheckPatch): Promise<Result<Check>> {
	return askDesk({ method: "PATCH", path: `/checks/${checkId}`, body: patch, answer: checkSchema });
}

export function deleteCheck(checkId: string): Promise<Result<unknown>> {
	return askDesk({ method: "DELETE", path: `/checks/${checkId}`, answer: z.unknown() });
}

/** Runs a check once without keeping anything. */
export function testCheck(test: CheckTest): Promise<Result<CheckResult>> {
	return askDesk({
		method: "POST",
		path: "/checks/test",
		body: test,
		answer: checkResultSchema,
		timeoutMs: test.timeoutMs + TEST_MARGIN_MS,
	});
}
