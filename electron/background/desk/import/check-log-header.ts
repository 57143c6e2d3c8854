import { ok, type Result } from "../../../../shared/result.ts";
import { readLogText } from "./log-text.ts";
import { readLogHeader } from "./read-log.ts";

/** Whether a file begins as a log does, told before a desk is opened for it. */
export async function checkLogHeader(path: string): Promise<Result<null>> {
	const header = await readLogHeader(readLogText({ path, onRead: () => undefined }));
	return header.ok ? ok(null) : header;
}
