/** The line to Electron's shell, where it started this process as a utility process. */
export interface ParentLine {
	readonly post: (message: unknown) => void;
	/** Hears of `{ type: "stop" }`. */
	readonly onStop: (act: () => void) => void;
}

/** What Electron adds to `process` in a utility process; plain Node has nothing there. */
interface ParentPort {
	postMessage(message: unknown): void;
	on(event: "message", listener: (event: { readonly data: unknown }) => void): void;
}

export function findParentPort(): ParentLine | null {
	const port = "parentPort" in process ? (process.parentPort as ParentPort | null) : null;
	if (!port) return null;
	return {
		post: (message) => port.postMessage(message),
		onStop: (act) => port.on("message", ({ data }) => isStop(data) && act()),
	};
}

function isStop(message: unknown): boolean {
	return typeof message === "object" && message !== null && "type" in message && message.type === "stop";
}
