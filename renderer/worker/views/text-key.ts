const CHARACTERS = 6;

/** The first six characters as one number that sorts like them: most titles differ there. */
export function textKey(text: string): number {
	let key = 0;
	for (let index = 0; index < CHARACTERS; index += 1) {
		const code = index < text.length ? Math.min(text.charCodeAt(index), 254) + 1 : 0;
		key = key * 256 + code;
	}
	return key;
}
