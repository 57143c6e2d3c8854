const TOKEN_HASH = "#token=";

/** Whether the address brings a token, as the link of a wall does. */
export function hasToken(): boolean {
	return location.hash.startsWith(TOKEN_HASH);
}

/** Takes the token out of the address before anybody can read it there, bookmark it or send it on. */
export function takeToken(): string | null {
	if (!hasToken()) return null;
	const token = decodeURIComponent(location.hash.slice(TOKEN_HASH.length));
	history.replaceState(history.state, "", location.pathname + location.search);
	return token;
}
