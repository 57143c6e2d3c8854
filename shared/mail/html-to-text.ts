/** Tags whose content nobody reads. */
const HIDDEN = new Set(["script", "style", "head", "title"]);
/** Tags that begin and end a line. */
const BLOCKS = new Set(
	"p div table tr ul ol li h1 h2 h3 h4 h5 h6 blockquote pre section article header footer hr".split(" "),
);
const TOKEN = /<!--[\s\S]*?-->|<\/?([a-zA-Z][a-zA-Z0-9]*)\b[^>]*>|<|[^<]+/g;
const ENTITIES: Readonly<Record<string, string>> = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: '"',
	apos: "'",
	nbsp: " ",
	ndash: "–",
	mdash: "—",
	hellip: "…",
	euro: "€",
};

/**
 * The words of a message that has only HTML. What it shows by its looks is lost; quotes keep their mark, so that they
 * can be told from what is new. Nothing of it is ever shown as HTML.
 */
export function htmlToText(html: string): string {
	const writer = new LineWriter();
	let hidden: string | null = null;
	for (const [token, name] of html.matchAll(TOKEN)) {
		const tag = name?.toLowerCase();
		const isEnd = token.startsWith("</");
		if (hidden !== null) hidden = isEnd && tag === hidden ? null : hidden;
		else if (tag === undefined) writer.write(token.startsWith("<!--") ? "" : readable(token));
		else if (HIDDEN.has(tag)) hidden = isEnd ? null : tag;
		else writer.take(tag, isEnd);
	}
	return writer.text();
}

/** Lines as tags end them. */
class LineWriter {
	readonly #lines: string[] = [];
	#line = "";
	#quotes = 0;

	write(text: string): void {
		this.#line += text;
	}

	take(tag: string, isEnd: boolean): void {
		if ((tag === "td" || tag === "th") && isEnd) this.write(" ");
		if (tag !== "br" && !BLOCKS.has(tag)) return;
		if (tag === "br" || this.#line.trim() !== "") this.#endLine();
		if (tag === "blockquote") this.#quotes = Math.max(0, this.#quotes + (isEnd ? -1 : 1));
		if (tag === "p" && isEnd) this.#endLine();
		if (tag === "li" && !isEnd) this.write("* ");
	}

	text(): string {
		if (this.#line.trim() !== "") this.#endLine();
		const text = this.#lines.join("\n");
		return text.replaceAll(/\n{3,}/g, "\n\n").trim();
	}

	#endLine(): void {
		this.#lines.push(`${"> ".repeat(this.#quotes)}${this.#line.trim()}`.trimEnd());
		this.#line = "";
	}
}

function readable(text: string): string {
	return text
		.replaceAll(/\s+/g, " ")
		.replaceAll(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => {
			if (!name.startsWith("#")) return ENTITIES[name.toLowerCase()] ?? whole;
			const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
			return Number.isNaN(code) || code > 0x10ffff ? whole : String.fromCodePoint(code);
		});
}
