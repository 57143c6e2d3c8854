import { readFile } from "node:fs/promises";
import { CONTENT_SECURITY_POLICY } from "../../../shared/content-security-policy.ts";
import { findConsoleFile } from "./console-file.ts";
import { mediaTypeOf } from "./media-type.ts";

const HEADERS = {
	"content-security-policy": CONTENT_SECURITY_POLICY,
	"x-content-type-options": "nosniff",
	"referrer-policy": "no-referrer",
	"cross-origin-opener-policy": "same-origin",
	"cross-origin-resource-policy": "same-origin",
	"permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
} as const;

/** Answers an address of the console from its built files. */
export async function serveFile(rendererDir: string, pathname: string): Promise<Response> {
	const file = findConsoleFile(rendererDir, pathname);
	if (file.kind === "outside") return notFound();
	try {
		const bytes = await readFile(file.path);
		return new Response(bytes, { headers: { ...HEADERS, "content-type": mediaTypeOf(file.path) } });
	} catch {
		// No such file, or a folder: the same to a page.
		return notFound();
	}
}

function notFound(): Response {
	return new Response("There is no such file in the console.", {
		status: 404,
		headers: { ...HEADERS, "content-type": "text/plain; charset=utf-8" },
	});
}
