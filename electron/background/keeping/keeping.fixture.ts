import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { changing, opening, type TestDesk } from "../fixture.ts";
import { makeId } from "../store/crypto.ts";

/** For tests: an incident with a note that a file hangs on; answers their ids. */
export async function openWithFile(
	desk: TestDesk,
	text = "in the file",
): Promise<{ id: string; fileId: string }> {
	const { ticketId } = opening();
	const [opened] = await desk.send(opening({ ticketId }));
	if (opened?.status !== "applied") throw new Error(`not opened: ${JSON.stringify(opened)}`);
	const fileId = await upload(desk, Buffer.from(text));
	const note = { kind: "workNote", text: "See the file." };
	await desk.send(changing(await desk.readTicket(ticketId), {}, { note, attachmentIds: [fileId] }));
	return { id: ticketId, fileId };
}

async function upload({ ask, background }: TestDesk, bytes: Buffer): Promise<string> {
	const id = makeId();
	const sha256 = createHash("sha256").update(bytes).digest("hex");
	await ask("/api/attachments", { body: { id, name: "seen.txt", sizeBytes: bytes.length, sha256 } });
	await fetch(`${background.url}/api/attachments/${id}/parts/0`, {
		method: "PUT",
		headers: { "content-type": "application/octet-stream" },
		body: new Uint8Array(bytes),
	});
	const { status, body } = await ask(`/api/attachments/${id}/complete`, { method: "POST" });
	if (status !== 200) throw new Error(`not kept: ${JSON.stringify(body)}`);
	return id;
}

/** Every file below a folder, by its path, as text of its bytes. */
export function readTree(folder: string, path = ""): ReadonlyMap<string, string> {
	return new Map(
		readdirSync(join(folder, path))
			.sort()
			.flatMap((name) => {
				const inner = path === "" ? name : `${path}/${name}`;
				const whole = join(folder, inner);
				if (statSync(whole).isDirectory()) return [...readTree(folder, inner)];
				return [[inner, readFileSync(whole, "latin1")] as const];
			}),
	);
}
