import type { MailSettingsInput } from "../api/mail.ts";
import { ok, type Result, refuse } from "../result.ts";

/** Whether a host is this very computer. */
export function isThisComputer(host: string): boolean {
	return host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** Refuses to send anything across a network readable by whoever listens there. */
export function judgeMailSettings(input: MailSettingsInput): Result<MailSettingsInput> {
	for (const way of ["incoming", "outgoing"] as const) {
		const { security, host } = input[way];
		if (security === "none" && !isThisComputer(host))
			return refuse(
				"insecure",
				"Without TLS passwords and mail would cross the network readable. Choose TLS or STARTTLS.",
				`${way}.security`,
			);
	}
	return ok(input);
}
