import { readFileSync, writeFileSync } from "node:fs";
import { safeStorage } from "electron";
import { makeLaunchToken } from "./launch-token.ts";

/**
 * A key of 256 bits that only this person's keychain opens; made the first time. `null` where the system
 * has none: a key that lies beside what it protects protects nothing.
 */
export function keychainKey(path: string): string | null {
	if (!hasKeychain()) return null;
	try {
		return safeStorage.decryptString(readFileSync(path));
	} catch {
		// The first start, or the keychain was begun anew: what the old key closed is kept aside unread.
		return makeKey(path);
	}
}

function makeKey(path: string): string | null {
	const key = makeLaunchToken();
	try {
		writeFileSync(path, safeStorage.encryptString(key), { mode: 0o600 });
		return key;
	} catch (error) {
		console.error(`the journal's key could not be kept: ${String(error)}`);
		return null;
	}
}

/** On Linux without a keyring Electron would use a password that everybody knows. */
function hasKeychain(): boolean {
	if (!safeStorage.isEncryptionAvailable()) return false;
	return process.platform !== "linux" || safeStorage.getSelectedStorageBackend() !== "basic_text";
}
