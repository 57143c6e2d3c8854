const LONGEST = 2_048;

/**
 * Whether a link may go to the system's browser: https, with a host and without a name or password in
 * it. Nothing else: other schemes start other programs.
 */
export function isExternalLink(address: string): boolean {
	if (address.length > LONGEST || !URL.canParse(address)) return false;
	const { protocol, hostname, username, password } = new URL(address);
	return protocol === "https:" && hostname !== "" && username === "" && password === "";
}
