/** What a reply may leave open until it is used on a ticket: written `{{caller.name}}`. */
export const REPLY_FIELDS = [
	"caller.name",
	"caller.firstName",
	"ticket.number",
	"ticket.title",
	"team.name",
	"service.name",
	"ci.name",
	"me.name",
] as const;
export type ReplyField = (typeof REPLY_FIELDS)[number];

/** What a ticket says for each; `null` where it says nothing. */
export type ReplyValues = Readonly<Record<ReplyField, string | null>>;

const FIELD = /\{\{\s*([^{}]*?)\s*\}\}/g;

function isReplyField(name: string): name is ReplyField {
	return REPLY_FIELDS.some((field) => field === name);
}

/** The names between double braces that are no fields of a reply, each once. */
export function unknownFields(text: string): readonly string[] {
	const names = [...text.matchAll(FIELD)].map(([, name = ""]) => name);
	return [...new Set(names.filter((name) => !isReplyField(name)))];
}

/** The fields that a text still leaves open, each once: nobody sends them by mistake. */
export function openFields(text: string): readonly ReplyField[] {
	const names = [...text.matchAll(FIELD)].flatMap(([, name = ""]) => (isReplyField(name) ? [name] : []));
	return [...new Set(names)];
}

/** A reply on a ticket. What that does not say stays open, for who sends it to fill in. */
export function fillReply(text: string, values: ReplyValues): string {
	return text.replaceAll(FIELD, (written, name: string) =>
		isReplyField(name) ? (values[name] ?? written) : written,
	);
}
