const TOKEN_HASH = "#token=";

/** Kept beside React: a first render that is thrown away must not take the token with it. */
let heldToken: string | null = null;

/** Whether the address brings a token, as the link of a wall does. */
export function hasToken(): boolean {
	return location.hash.startsWith(TOKEN_HASH);
}

/** Takes the token out of the address before anybody can read it there, bookmark it or send it on. */
export function takeToken(): string | null {
	if (hasToken()) {
		heldToken = decodeURIComponent(location.hash.slice(TOKEN_HASH.length));
		history.replaceState(history.state, "", location.pathname + location.search);
	}
	return heldToken;
}

/** Whoever took it has it safe: the next wall page of this window starts without one. */
export function forgetToken(): void {
	heldToken = null;
}
