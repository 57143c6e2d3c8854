import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeToken, readKey, seal, unseal } from "./crypto.ts";

const FILE = "secrets.key";

/** Secrets that the desk itself must say to others, as a mailbox's password: sealed in the database. */
export class SecretBox {
	readonly #key: Buffer;

	constructor(key: Buffer) {
		this.#key = key;
	}

	/** `place` says whose secret it is: it opens nowhere else. */
	seal(secret: string, place: string): string {
		return seal(this.#key, secret, place).toString("base64url");
	}

	/** `null` where it was sealed under another key, or is damaged. */
	open(sealed: string, place: string): string | null {
		return unseal(this.#key, Buffer.from(sealed, "base64url"), place);
	}
}

/**
 * The key of a desk without a keychain: beside the database, readable by its owner only. A copy of the database
 * alone opens nothing; a copy of the folder does.
 */
export function openKeyFile(dataDir: string): Buffer {
	const path = join(dataDir, FILE);
	try {
		writeFileSync(path, makeToken(), { flag: "wx", mode: 0o600 });
	} catch (error) {
		if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
	}
	// A copy of the folder may have lost who may read what.
	chmodSync(path, 0o600);
	const key = readKey(readFileSync(path, "utf8").trim());
	if (!key)
		throw new Error(`${path} is no key: put it back from a backup, or remove it and type passwords anew.`);
	return key;
}
