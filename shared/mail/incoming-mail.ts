/** A message as it was read, before anything was decided of it. */
export interface IncomingMail {
	/** With its angle brackets; made of the message itself where it has none. */
	readonly messageId: string;
	/** Messages that it answers, the nearest first. */
	readonly answers: readonly string[];
	/** Lower case; empty where there is none. */
	readonly fromAddress: string;
	readonly fromName: string;
	readonly subject: string;
	/** The plain text, whole. */
	readonly text: string;
	/** Header lines by lower-case name, the last of each. */
	readonly headers: Readonly<Record<string, string>>;
	readonly files: readonly MailFile[];
	/** What a report of failed delivery says; `null` where it is none. */
	readonly bounce: Bounce | null;
}

export interface MailFile {
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** A delivery status notification: RFC 3464. */
export interface Bounce {
	/** Of the message that was not delivered, where the report names it. */
	readonly messageId: string | null;
	readonly recipient: string | null;
	/** `failed` is for good; `delayed` is still being tried. */
	readonly action: "failed" | "delayed" | "other";
	/** The other server's own words. */
	readonly diagnostic: string;
}
