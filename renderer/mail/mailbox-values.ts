import type { MailSettings, MailSettingsInput } from "../../shared/api/mail.ts";

export type Way = "incoming" | "outgoing";
export type ServerValues = MailSettingsInput[Way];

const SERVER = { host: "", security: "tls", user: "" } as const;

/** What the form begins with: the settings, or what most mailboxes have. */
export function mailboxValues(settings: MailSettings | null): MailSettingsInput {
	if (!settings)
		return {
			isEnabled: true,
			address: "",
			name: "Service desk",
			folder: "INBOX",
			opensIncidents: true,
			incoming: { ...SERVER, port: 993 },
			outgoing: { ...SERVER, port: 465 },
		};
	const { incoming, outgoing, ...common } = settings;
	return { ...common, incoming: withoutMark(incoming), outgoing: withoutMark(outgoing) };
}

/** A password that is kept is not typed anew. */
function withoutMark({ hasPassword: _, ...server }: MailSettings[Way]): ServerValues {
	return server;
}

/** The usual port of a kind of security: RFC 8314. */
export const USUAL_PORTS: Readonly<Record<Way, Readonly<Record<ServerValues["security"], number>>>> = {
	incoming: { tls: 993, starttls: 143, none: 143 },
	outgoing: { tls: 465, starttls: 587, none: 25 },
};
