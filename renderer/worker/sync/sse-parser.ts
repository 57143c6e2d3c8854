/** One event of a stream, as the WHATWG's "server-sent events" names its parts. */
export interface ServerEvent {
	readonly event: string;
	readonly data: string;
}

/** Takes text as it comes, cut anywhere, and answers the events it completed. */
export class SseParser {
	#rest = "";
	#event = "";
	#data: string[] = [];

	push(text: string): readonly ServerEvent[] {
		const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
		this.#rest = lines.pop() ?? "";
		return lines.flatMap((line) => this.#takeLine(line));
	}

	#takeLine(line: string): readonly ServerEvent[] {
		if (line === "") return this.#finish();
		const colon = line.indexOf(":");
		const field = colon < 0 ? line : line.slice(0, colon);
		const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
		if (field === "event") this.#event = value;
		if (field === "data") this.#data.push(value);
		return [];
	}

	#finish(): readonly ServerEvent[] {
		const finished = { event: this.#event || "message", data: this.#data.join("\n") };
		const isEmpty = this.#data.length === 0;
		this.#event = "";
		this.#data = [];
		return isEmpty ? [] : [finished];
	}
}
