import {
	ATTACHMENT_CHANGED,
	ATTACHMENT_LIMITS,
	type AttachmentInput,
	type UploadStanding,
} from "../../../../shared/api/attachments.ts";
import { judgeAnnounced, judgeFile } from "../../../../shared/attachment/judge-file.ts";
import type { Viewer } from "../../../../shared/permission/scope.ts";
import { ok, type Result, refuse } from "../../../../shared/result.ts";
import { SETTING } from "../../store/settings.ts";
import type { Store } from "../../store/store.ts";
import type { AttachmentTable } from "../../store/tables.ts";
import { keepVisible } from "../visible.ts";
import type { AttachmentFiles } from "./attachment-files.ts";
import { OneAtATime } from "./one-at-a-time.ts";

export interface AttachmentsParts {
	readonly store: Store;
	readonly files: AttachmentFiles;
	readonly now: () => number;
}

/** Uploads of people: announced, brought in parts, checked and kept. Parts of one file never overtake each other. */
export class Attachments {
	readonly #store: Store;
	readonly #files: AttachmentFiles;
	readonly #now: () => number;
	readonly #turns = new OneAtATime();

	constructor({ store, files, now }: AttachmentsParts) {
		this.#store = store;
		this.#files = files;
		this.#now = now;
	}

	/** How large a file may be at this desk. */
	async maxBytes(): Promise<number> {
		const set = await this.#store.readSetting<number>(SETTING.attachmentBytes);
		return Math.min(set ?? ATTACHMENT_LIMITS.sizeBytes, ATTACHMENT_LIMITS.maxSizeBytes);
	}

	/** Announces a file; one that is known already goes on where it was. */
	async announce(input: AttachmentInput, personId: string): Promise<Result<UploadStanding>> {
		const judged = judgeAnnounced(input, await this.maxBytes());
		if (!judged.ok) return judged;
		const { value } = await this.#store.write(async ({ tx }) => {
			const known = await tx
				.selectFrom("attachment")
				.selectAll()
				.where("id", "=", input.id)
				.executeTakeFirst();
			if (known) return isSame(known, input, personId) ? ok(known) : ANOTHER;
			const { bytes } = await tx
				.selectFrom("attachment")
				.select((select) =>
					select.fn.coalesce(select.fn.sum<number>("size_bytes"), select.lit(0)).as("bytes"),
				)
				.where("person_id", "=", personId)
				.where("ticket_id", "is", null)
				.executeTakeFirstOrThrow();
			if (bytes + input.sizeBytes > ATTACHMENT_LIMITS.unattachedBytes) return TOO_MANY;
			const row: AttachmentTable = {
				id: input.id,
				person_id: personId,
				name: judged.value.name,
				media_type: judged.value.mediaType,
				size_bytes: input.sizeBytes,
				sha256: input.sha256,
				state: "uploading",
				ticket_id: null,
				history_id: null,
				touched_at: this.#now(),
			};
			await tx.insertInto("attachment").values(row).execute();
			return ok(row);
		});
		return value.ok ? ok(await this.#standing(value.value)) : value;
	}

	/** How much of a person's upload is there. */
	async standing(id: string, personId: string): Promise<Result<UploadStanding>> {
		const row = await this.#find(id, personId);
		return row.ok ? ok(await this.#standing(row.value)) : row;
	}

	/** Takes a part that begins where the last one ended, or before; what is there already is not written again. */
	putPart(id: string, personId: string, offset: number, part: Buffer): Promise<Result<UploadStanding>> {
		return this.#turns.run(id, async () => {
			const row = await this.#find(id, personId);
			if (!row.ok) return row;
			const { receivedBytes, sizeBytes, state } = await this.#standing(row.value);
			if (offset + part.length > sizeBytes)
				return refuse("too_large", `The file was announced with ${sizeBytes} bytes; this part is too much.`);
			if (offset > receivedBytes)
				return refuse("out_of_order", `Bytes ${receivedBytes} to ${offset} have not arrived.`, "offset");
			if (state === "uploading" && offset + part.length > receivedBytes) {
				await this.#files.write(id, offset, part);
				await this.#touch(id);
			}
			return ok(await this.#standing(row.value));
		});
	}

	/** Checks that what arrived is what was announced and may be kept. */
	complete(id: string, personId: string): Promise<Result<UploadStanding>> {
		return this.#turns.run(id, async () => {
			const row = await this.#find(id, personId);
			if (!row.ok) return row;
			if (row.value.state === "complete") return ok(await this.#standing(row.value));
			const { receivedBytes, sizeBytes } = await this.#standing(row.value);
			if (receivedBytes < sizeBytes)
				return refuse("incomplete", `${receivedBytes} of ${sizeBytes} bytes have arrived.`);
			const judged = await this.#judgeContent(row.value);
			if (judged.ok) return this.#turns.run(row.value.sha256, () => this.#keep(row.value));
			await this.#files.forgetIncoming(id);
			return judged;
		});
	}

	/** A complete file that this person may read: on a ticket in their scope, or their own and on none yet. */
	async find(id: string, viewer: Viewer): Promise<AttachmentTable | null> {
		const row = await this.#row(id);
		if (row?.state !== "complete") return null;
		if (row.ticket_id === null) return row.person_id === viewer.personId ? row : null;
		const seen = await keepVisible(this.#store.reader, [row.ticket_id], viewer);
		return seen.length > 0 ? row : null;
	}

	/** Removes the bytes of a hash that no attachment names any more. */
	forgetUnused(sha256: string): Promise<void> {
		return this.#turns.run(sha256, async () => {
			const user = await this.#store.reader
				.selectFrom("attachment")
				.select("id")
				.where("sha256", "=", sha256)
				.where("state", "=", "complete")
				.limit(1)
				.executeTakeFirst();
			if (!user) await this.#files.forget(sha256);
		});
	}

	async #judgeContent(row: AttachmentTable): Promise<Result<unknown>> {
		if ((await this.#files.hash(row.id)) !== row.sha256) {
			return refuse(ATTACHMENT_CHANGED, `“${row.name}” arrived damaged. It has to be sent anew.`);
		}
		const head = await this.#files.readHead(row.id);
		return judgeFile({ name: row.name, sizeBytes: row.size_bytes, head }, row.size_bytes);
	}

	async #keep(row: AttachmentTable): Promise<Result<UploadStanding>> {
		await this.#files.keep(row.id, row.sha256);
		await this.#store.write(({ tx }) =>
			tx
				.updateTable("attachment")
				.set({ state: "complete", touched_at: this.#now() })
				.where("id", "=", row.id)
				.execute(),
		);
		return ok(await this.#standing({ ...row, state: "complete" }));
	}

	async #find(id: string, personId: string): Promise<Result<AttachmentTable>> {
		const row = await this.#row(id);
		return row?.person_id === personId ? ok(row) : refuse("not_found", "There is no such upload of yours.");
	}

	#row(id: string): Promise<AttachmentTable | undefined> {
		return this.#store.reader.selectFrom("attachment").selectAll().where("id", "=", id).executeTakeFirst();
	}

	async #standing({ id, state, size_bytes }: AttachmentTable): Promise<UploadStanding> {
		const receivedBytes = state === "complete" ? size_bytes : await this.#files.receivedBytes(id);
		return { id, state, sizeBytes: size_bytes, receivedBytes };
	}

	async #touch(id: string): Promise<void> {
		await this.#store.write(({ tx }) =>
			tx.updateTable("attachment").set({ touched_at: this.#now() }).where("id", "=", id).execute(),
		);
	}
}

const ANOTHER = refuse("conflict", "There is another upload under this id.", "id");
const TOO_MANY = refuse("too_many_requests", "Too many files wait to be attached; send their edits first.");

function isSame(row: AttachmentTable, input: AttachmentInput, personId: string): boolean {
	return row.person_id === personId && row.sha256 === input.sha256 && row.size_bytes === input.sizeBytes;
}
