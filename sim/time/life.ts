/** Somebody to whom things happen: a window, a desk. What was to happen to the dead does not. */
export class Life {
	readonly name: string;
	/** Nothing happens to it before then; everything that was to happen comes late. */
	frozenUntil = 0;
	#isOver = false;

	constructor(name: string) {
		this.name = name;
	}

	get isOver(): boolean {
		return this.#isOver;
	}

	end(): void {
		this.#isOver = true;
	}
}
