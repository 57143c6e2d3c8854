import { app } from "electron";
import { nextAttempt, restartDelayMs } from "../background/back-off.ts";

/** Loads a page again whose process died, later each time; what was typed is in its outbox and drafts. */
export function revivePages(): void {
	const lives = new WeakMap<Electron.WebContents, { readonly attempt: number; readonly at: number }>();
	app.on("render-process-gone", (_event, contents, { reason }) => {
		if (reason === "clean-exit" || contents.isDestroyed()) return;
		const life = lives.get(contents) ?? { attempt: 0, at: Date.now() };
		const attempt = nextAttempt(life.attempt, Date.now() - life.at);
		lives.set(contents, { attempt, at: Date.now() });
		console.error(`a page's process ended (${reason}); it is loaded again`);
		setTimeout(() => {
			if (!contents.isDestroyed()) contents.reload();
		}, restartDelayMs(attempt));
	});
}
