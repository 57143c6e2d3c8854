/** What of a message is read: whatever is beyond it stays with the raw message, and is said. */
export const MAIL_LIMITS = {
	/** A whole message; a larger one stays in its mailbox. */
	rawBytes: 40 * 1_048_576,
	/** Header lines of one part. */
	headerBytes: 256 * 1_024,
	/** Parts within parts. */
	depth: 16,
	/** Files of one message that go to its ticket. */
	files: 10,
	/** Ids of one References header that are looked up, newest first. */
	references: 50,
	/** From one address within the hour; what is more is a loop or a flood. */
	perSenderAndHour: 30,
} as const;
