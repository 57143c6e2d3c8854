/** One workstation's way to the desk. */
export interface Link {
	readonly name: string;
	isDown: boolean;
	/** What the browser sends along: who signed in there last. */
	personId: string | null;
	/** A proxy on the way takes no larger bodies than this. */
	bodyLimit: number;
	/** Earlier answers, as a cache on the way may repeat them. */
	readonly seen: Map<string, string>;
}

export function makeLink(name: string): Link {
	return { name, isDown: false, personId: null, bodyLimit: Number.POSITIVE_INFINITY, seen: new Map() };
}
