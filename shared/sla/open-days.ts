/** How long a calendar is open on whole local days, added up once: any number of days together costs two look-ups. */
export class OpenDays {
	readonly #openMsOf: (localDay: number) => number;
	#origin: number | null = null;
	/** By the number of days from the origin on, and back from it. */
	readonly #after: number[] = [0];
	readonly #before: number[] = [0];

	constructor(openMsOf: (localDay: number) => number) {
		this.#openMsOf = openMsOf;
	}

	/** Open time of all days from the first to the last; 0 where the last comes before the first. */
	between(first: number, last: number): number {
		return last < first ? 0 : this.#until(last + 1) - this.#until(first);
	}

	/** Open time from the origin to the beginning of a day; negative for days before it. */
	#until(day: number): number {
		this.#origin ??= day;
		const origin = this.#origin;
		if (day >= origin) return grown(this.#after, day - origin, (count) => this.#openMsOf(origin + count));
		return -grown(this.#before, origin - day, (count) => this.#openMsOf(origin - count - 1));
	}
}

/** `sums[count]`, with as many further ones as that takes. */
function grown(sums: number[], count: number, openMsOf: (count: number) => number): number {
	for (let known = sums.length - 1; known < count; known += 1)
		sums.push((sums[known] ?? 0) + openMsOf(known));
	return sums[count] ?? 0;
}
