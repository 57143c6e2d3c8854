/** One ticket with everything known about it. */
export function TicketPage({ number }: { readonly number: string }) {
	return <h1>{number}</h1>;
}
