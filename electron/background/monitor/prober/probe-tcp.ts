import type { CheckTarget } from "../../../../shared/api/checks.ts";
import { openSocket, type ProbeTools } from "./connect.ts";
import type { Finding } from "./finding.ts";

/** Up when a connection is accepted; nothing is sent. */
export async function probeTcp(
	target: Extract<CheckTarget, { readonly type: "tcp" }>,
	tools: ProbeTools,
): Promise<Finding> {
	const socket = await openSocket(target.host, target.port, tools);
	socket.destroy();
	return { isUp: true, summary: "connected", statusCode: null, errorCode: null };
}
