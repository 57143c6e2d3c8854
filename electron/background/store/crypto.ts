import {
	createCipheriv,
	createDecipheriv,
	createHash,
	randomBytes,
	randomUUID,
	scrypt,
	timingSafeEqual,
} from "node:crypto";
import { v7 } from "uuid";

/** The background's only door to cryptography: only what Electron's BoringSSL has too. */

const SCRYPT = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1_048_576 } as const;
const KEY_BYTES = 32;
const CIPHER = "aes-256-gcm";
/** NIST SP 800-38D, 8.2.2: 96 random bits, for up to 2^32 messages of one key. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A secret for a cookie or a header: 256 random bits, safe in a URL. */
export function makeToken(): string {
	return randomBytes(32).toString("base64url");
}

/** A password for a person to type: 20 characters without look-alikes, about 98 bits. */
export function makePassword(): string {
	const alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
	const letters = [...randomBytes(20)].map((byte) => alphabet[byte % alphabet.length]);
	return [0, 5, 10, 15].map((from) => letters.slice(from, from + 5).join("")).join("-");
}

/** What is stored in place of a token: SHA-256, hex. Tokens are random, so that needs no salt. */
export function hashToken(token: string): string {
	return createHash("sha256").update(token).digest("hex");
}

/** SHA-256 of bytes as they come, hex. */
export async function hashBytes(chunks: AsyncIterable<Uint8Array>): Promise<string> {
	const hash = createHash("sha256");
	for await (const chunk of chunks) hash.update(chunk);
	return hash.digest("hex");
}

/** SHA-256 of texts one after the other, hex. */
export function hashTexts(texts: Iterable<string>): string {
	const hash = createHash("sha256");
	for (const text of texts) hash.update(text);
	return hash.digest("hex");
}

/** Whether two secrets are the same, in a time that does not depend on where they differ. */
export function isSameSecret(left: string, right: string): boolean {
	return timingSafeEqual(
		createHash("sha256").update(left).digest(),
		createHash("sha256").update(right).digest(),
	);
}

/** `scrypt$N$r$p$salt$key`, base64url. */
export async function hashPassword(password: string): Promise<string> {
	const salt = randomBytes(16);
	const key = await deriveKey(password, salt, SCRYPT);
	const { N, r, p } = SCRYPT;
	return ["scrypt", N, r, p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** Whether the password is the one that `hash` was made of. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
	const [scheme, N, r, p, salt, key] = hash.split("$");
	if (scheme !== "scrypt" || !salt || !key) return false;
	const cost = { N: Number(N), r: Number(r), p: Number(p), maxmem: SCRYPT.maxmem };
	const derived = await deriveKey(password, Buffer.from(salt, "base64url"), cost);
	const stored = Buffer.from(key, "base64url");
	return derived.length === stored.length && timingSafeEqual(derived, stored);
}

function deriveKey(
	password: string,
	salt: Buffer,
	cost: { readonly N: number; readonly r: number; readonly p: number; readonly maxmem: number },
): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		scrypt(password.normalize("NFC"), salt, KEY_BYTES, cost, (error, key) =>
			error ? reject(error) : resolve(key),
		);
	});
}

/** A UUIDv7: sorts by when it was made. */
export function makeId(): string {
	return v7();
}

/** A random UUID, for what must not tell when it was made. */
export function makeRandomId(): string {
	return randomUUID();
}

/** A key from the keychain, base64url; `null` where it is none. */
export function readKey(text: string): Buffer | null {
	const key = Buffer.from(text, "base64url");
	return key.length === KEY_BYTES ? key : null;
}

/** AES-256-GCM: nonce, ciphertext, tag. `place` is not stored, but must be the same to open it. */
export function seal(key: Buffer, plain: string, place: string): Buffer {
	const nonce = randomBytes(NONCE_BYTES);
	const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(place));
	const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
	return Buffer.concat([nonce, sealed, cipher.getAuthTag()]);
}

/** What was sealed; `null` where a single bit of it, the key or the place is another. */
export function unseal(key: Buffer, sealed: Buffer, place: string): string | null {
	if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
	const tagAt = sealed.length - TAG_BYTES;
	const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), {
		authTagLength: TAG_BYTES,
	});
	decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(tagAt));
	try {
		const opened = [decipher.update(sealed.subarray(NONCE_BYTES, tagAt)), decipher.final()];
		return Buffer.concat(opened).toString("utf8");
	} catch {
		// The tag does not fit: damaged, or not ours.
		return null;
	}
}
