/** Strings by small number, so that a column holds numbers. Number 0 is "none". */
export class Dictionary {
	readonly #codes = new Map<string, number>();
	readonly #values: string[] = [""];

	get size(): number {
		return this.#values.length;
	}

	/** The string's number; a new string gets the next one. */
	codeOf(value: string | null): number {
		if (value === null) return 0;
		const known = this.#codes.get(value);
		if (known !== undefined) return known;
		const code = this.#values.length;
		this.#codes.set(value, code);
		this.#values.push(value);
		return code;
	}

	/** The string's number where it has one; 0 where no ticket ever named it. */
	find(value: string): number {
		return this.#codes.get(value) ?? 0;
	}

	valueOf(code: number): string | null {
		return code === 0 ? null : (this.#values[code] ?? null);
	}

	/** All strings, in the order of their numbers, from 1 on. */
	values(): readonly string[] {
		return this.#values.slice(1);
	}
}
