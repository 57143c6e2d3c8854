import { type UploadStanding, uploadStandingSchema } from "../../../shared/api/attachments.ts";
import { ok, type Result } from "../../../shared/result.ts";
import type { Http, HttpFailure } from "../http.ts";
import type { ChosenFile } from "../storage/file-store.ts";

/** Small enough to arrive within the desk's half minute over a line of 10 KB a second. */
const PART_BYTES = 262_144;

export interface SendFileOptions {
	readonly http: Http;
	readonly signal: AbortSignal;
	/** How much the desk has. */
	readonly onReceived: (receivedBytes: number) => void;
}

/** Brings a file to the desk, from where an earlier try ended. `ok`: it is there, whole and checked. */
export async function sendFile(
	file: ChosenFile,
	options: SendFileOptions,
): Promise<Result<null, HttpFailure>> {
	const { http, signal, onReceived } = options;
	const { id, name, sizeBytes, blob } = file;
	const bytes = await blob.arrayBuffer();
	const body = { id, name, sizeBytes, sha256: await hash(bytes) };
	let standing = readStanding(await http.post("/api/attachments", { body, signal }));
	while (standing.ok && standing.value.state === "uploading") {
		const { receivedBytes } = standing.value;
		onReceived(receivedBytes);
		const path = `/api/attachments/${id}`;
		standing = readStanding(
			receivedBytes < sizeBytes
				? await http.put(`${path}/parts/${receivedBytes}`, {
						body: bytes.slice(receivedBytes, receivedBytes + PART_BYTES),
						signal,
					})
				: await http.post(`${path}/complete`, { signal }),
		);
	}
	return standing.ok ? ok(null) : standing;
}

function readStanding(reply: Result<unknown, HttpFailure>): Result<UploadStanding, HttpFailure> {
	if (!reply.ok) return reply;
	const parsed = uploadStandingSchema.safeParse(reply.value);
	return parsed.success
		? ok(parsed.data)
		: { ok: false, error: { kind: "unreachable", message: parsed.error.message } };
}

async function hash(bytes: ArrayBuffer): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
