import { parentPort } from "node:worker_threads";
import { Prober } from "./prober/prober.ts";
import type { FromProber, ToProber } from "./prober-messages.ts";

const port = parentPort;
if (!port) throw new Error("the prober runs as a thread of the background");

const prober = new Prober((message: FromProber) => {
	port.postMessage(message);
	// With its port closed and nothing under way, the thread ends by itself.
	if (message.type === "stopped") port.close();
});
port.on("message", (message: ToProber) => prober.handle(message));
