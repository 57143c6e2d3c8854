/** Raised with every change of what lies on disk. */
export const LAYOUT = 8;

export interface GenerationKey {
	readonly epoch: string;
	readonly personId: string;
	/** What of the desk its person sees, as `scopeName` says it; absent or empty is all of it. */
	readonly scope?: string;
}

/**
 * What a generation is called: another desk past, person, scope or layout is another cache, made beside the
 * one that was, which goes when the new one is complete.
 */
export function generationName({ epoch, personId, scope = "" }: GenerationKey): string {
	return `${personPrefix(epoch, personId)}.${LAYOUT}.${hash(scope)}`;
}

/** Which of the caches on disk a complete one has made useless. Those of other people and of a newer program stay. */
export function outdatedNames(
	names: readonly string[],
	current: string,
	{ epoch, personId }: GenerationKey,
): readonly string[] {
	const own = personPrefix(epoch, personId);
	return names.filter((name) => {
		if (name === current) return false;
		if (!name.startsWith(personPrefix(epoch, ""))) return true;
		const [prefix = "", layout = "1"] = name.split(".");
		return prefix === own && Number(layout) <= LAYOUT;
	});
}

/** Whether a generation is one person's, of whatever past. */
export function isOfPerson(name: string, personId: string): boolean {
	const [prefix = ""] = name.split(".");
	return prefix.endsWith(personPrefix("", personId));
}

function personPrefix(epoch: string, personId: string): string {
	// A dot parts what follows, and ids may have one.
	return `${epoch}-${personId.replaceAll(".", "_")}`;
}

/** FNV-1a: names need no more than to differ. */
function hash(text: string): string {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index += 1) {
		value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
	}
	return (value >>> 0).toString(36);
}
