/** What a rule says of one ticket, in the words in which it says the same of any other. */
export function withoutNumber(message: string, number: string): string {
	if (number === "") return message;
	return message.startsWith(number)
		? `It${message.slice(number.length)}`.replaceAll(number, "it")
		: message.replaceAll(number, "it");
}
