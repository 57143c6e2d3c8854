/** One thing that two definitions say otherwise; `null` where one of them says nothing. */
export interface Difference {
	/** `states › On Hold › requires`. */
	readonly path: string;
	readonly before: string | null;
	readonly after: string | null;
}

/**
 * What a definition says otherwise than another. Members of a list are compared by what names them (a state's
 * value, a field's name), so that one more in the middle is one difference.
 */
export function findDifferences(before: unknown, after: unknown, path = ""): readonly Difference[] {
	const [old, next] = [partsOf(before), partsOf(after)];
	if (!old || !next) {
		const [was, is] = [write(before), write(after)];
		return was === is ? [] : [{ path, before: was, after: is }];
	}
	const names = [...new Set([...old.keys(), ...next.keys()])];
	return names.flatMap((name) => {
		const [was, is] = [old.get(name), next.get(name)];
		const label = (is ?? was)?.label ?? name;
		return findDifferences(was?.value, is?.value, path === "" ? label : `${path} › ${label}`);
	});
}

interface Part {
	readonly label: string;
	readonly value: unknown;
}

/** Of an object its fields, of a list its members by name; `null` where it is neither. */
function partsOf(data: unknown): ReadonlyMap<string, Part> | null {
	if (typeof data !== "object" || data === null) return null;
	if (!Array.isArray(data))
		return new Map(Object.entries(data).map(([name, value]) => [name, { label: name, value }]));
	return new Map(data.map((value: unknown) => [nameOf(value), { label: labelOf(value), value }]));
}

function nameOf(member: unknown): string {
	if (typeof member !== "object" || member === null) return JSON.stringify(member);
	const { value, name, to, label } = member as Readonly<Record<string, unknown>>;
	if (value !== undefined) return JSON.stringify(value);
	if (to !== undefined) return JSON.stringify([to, label ?? null]);
	return typeof name === "string" ? name : JSON.stringify(member);
}

function labelOf(member: unknown): string {
	if (typeof member !== "object" || member === null) return String(member);
	const { name, label, to, value } = member as Readonly<Record<string, unknown>>;
	return String(name ?? label ?? to ?? value ?? JSON.stringify(member));
}

function write(data: unknown): string | null {
	return data === undefined ? null : JSON.stringify(data);
}
