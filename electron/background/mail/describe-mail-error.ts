/** What went wrong at a mail server, in its own words where it said any. */
export function describeMailError(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const said = "responseText" in error && typeof error.responseText === "string" ? error.responseText : "";
	const refused = "authenticationFailed" in error && error.authenticationFailed === true;
	if (refused) return `The server refused the user or the password${said === "" ? "." : `: ${said}`}`;
	const text = error.message || ("code" in error ? String(error.code) : "The connection broke.");
	return (said === "" ? text : `${text} ${said}`).slice(0, 500);
}
