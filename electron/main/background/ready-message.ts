import { z } from "zod";

/** What the background says once it listens; only an address on loopback is believed. */
const readyMessageSchema = z.object({
	type: z.literal("ready"),
	listening: z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ }),
});

/** The port of a background's ready message; `null` for any other message. */
export function readyPort(message: unknown): number | null {
	const parsed = readyMessageSchema.safeParse(message);
	const port = parsed.success ? Number(new URL(parsed.data.listening).port) : 0;
	return port > 0 ? port : null;
}
