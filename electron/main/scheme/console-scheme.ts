import { protocol, type Session } from "electron";
import { answerConsole, type ConsoleDoor } from "./answer-console.ts";

const SCHEME = "app";

/** Makes `app://` a place like any https site. Only before the app is ready. */
export function registerConsoleScheme(): void {
	protocol.registerSchemesAsPrivileged([
		{
			scheme: SCHEME,
			privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
		},
	]);
}

/** Serves the console and its `/api` to the pages of one session. */
export function serveConsole(session: Session, console: ConsoleDoor): void {
	session.protocol.handle(SCHEME, (request) => answerConsole(request, console));
}
