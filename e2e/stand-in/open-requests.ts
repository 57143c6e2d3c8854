import diagnostics from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";

const open = new Set<ClientRequest>();

diagnostics.subscribe("http.client.request.start", (message) => {
	const { request } = message as { readonly request: ClientRequest };
	open.add(request);
	request.once("close", () => open.delete(request));
});

/** Paths of the requests that this process has begun and not closed. */
export function openRequests(): readonly string[] {
	return [...open].map(({ path }) => path);
}
