import { z } from "zod";
import {
	type CiImport,
	type CiImportInput,
	type CiPreview,
	type CiPreviewInput,
	ciImportSchema,
	ciPreviewSchema,
} from "../../shared/api/cis.ts";
import { type Ci, type CiInput, ciSchema } from "../../shared/api/directory.ts";
import type { Result } from "../../shared/result.ts";
import { askDesk } from "../http/index.ts";

/** What a person says of it, without what the desk says. */
export function inputOf({ id: _id, revision: _revision, ...input }: Ci): CiInput {
	return input;
}

export function createCi(body: CiInput): Promise<Result<Ci>> {
	return askDesk({ method: "POST", path: "/cis", body, answer: ciSchema });
}

/** Puts `ci` in the place of what was seen as `base`. */
export function putCi(base: Pick<Ci, "id" | "revision">, ci: CiInput): Promise<Result<Ci>> {
	const body = { baseRevision: base.revision ?? 1, ci };
	return askDesk({ method: "PUT", path: `/cis/${base.id}`, body, answer: ciSchema });
}

export function removeCi(ciId: string): Promise<Result<null>> {
	return askDesk({ method: "DELETE", path: `/cis/${ciId}`, answer: z.null() });
}

/** A large file takes the desk some seconds. */
const IMPORT_TIMEOUT_MS = 120_000;

export function previewImport(body: CiPreviewInput): Promise<Result<CiPreview>> {
	const answer = ciPreviewSchema;
	return askDesk({
		method: "POST",
		path: "/cis/imports/preview",
		body,
		answer,
		timeoutMs: IMPORT_TIMEOUT_MS,
	});
}

export function applyImport(body: CiImportInput): Promise<Result<CiImport>> {
	const answer = ciImportSchema;
	return askDesk({ method: "POST", path: "/cis/imports", body, answer, timeoutMs: IMPORT_TIMEOUT_MS });
}

export function undoImport(importId: string): Promise<Result<CiImport>> {
	const path = `/cis/imports/${importId}/undo`;
	return askDesk({ method: "POST", path, answer: ciImportSchema, timeoutMs: IMPORT_TIMEOUT_MS });
}
