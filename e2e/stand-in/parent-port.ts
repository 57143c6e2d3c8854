/** Gives a plain Node process what a utility process has: `process.parentPort`. */
import { EventEmitter } from "node:events";
import { isMainThread } from "node:worker_threads";

if (isMainThread && process.send) {
	const parentPort = Object.assign(new EventEmitter(), {
		postMessage: (message: unknown): void => void process.send?.(message),
	});
	process.on("message", (data) => parentPort.emit("message", { data, ports: [] }));
	// A utility process ends with its app.
	process.on("disconnect", () => process.exit(1));
	Object.defineProperty(process, "parentPort", { value: parentPort });
}
