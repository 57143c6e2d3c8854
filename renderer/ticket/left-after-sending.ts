/** What stays in a field whose text was sent: what somebody typed on while it was saved is theirs to send. */
export function leftAfterSending(sent: string, now: string): string {
	return now.startsWith(sent) ? now.slice(sent.length).trimStart() : now;
}
