/** Two names with the same key are one: neither case nor the way a letter is composed tells people apart. */
export function signInKey(name: string): string {
	return name.trim().normalize("NFKC").toLowerCase();
}
