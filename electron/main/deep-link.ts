/** The scheme of links into the app, such as `deskwatch://ticket/INC0000042`. */
export const DEEP_LINK_SCHEME = "deskwatch";

/** Of any kind, also of one that the desk has added: the page says where there is no such ticket. */
const TICKET_NUMBER = /^[A-Z]{2,8}\d{1,12}$/;
const LONGEST = 200;

/** The page that a deep link names; `null` for everything that is not exactly such a link. */
export function parseDeepLink(link: string): string | null {
	if (link.length > LONGEST || !URL.canParse(link)) return null;
	const { protocol, host, pathname, search, hash, username } = new URL(link);
	if (protocol !== `${DEEP_LINK_SCHEME}:` || host !== "ticket" || search || hash || username) return null;
	const number = pathname.replace(/^\//, "").replace(/\/$/, "").toUpperCase();
	return TICKET_NUMBER.test(number) ? `/tickets/${number}` : null;
}

/** The page of the first deep link among a program's arguments. */
export function findDeepLink(argv: readonly string[]): string | null {
	const link = argv.find((argument) => argument.startsWith(`${DEEP_LINK_SCHEME}:`));
	return link === undefined ? null : parseDeepLink(link);
}
