import type { CheckTarget } from "../api/checks.ts";
import { assertNever } from "../result.ts";

/** Whether a status code is among `200-399,401`. */
export function matchesStatus(expectStatus: string, statusCode: number): boolean {
	return expectStatus.split(",").some((range) => {
		const [from, to = from] = range.split("-").map(Number);
		return from !== undefined && to !== undefined && from <= statusCode && statusCode <= to;
	});
}

/** A check whose accepted codes are redirects only wants to see the redirect, not what is behind it. */
export function wantsRedirectItself(expectStatus: string): boolean {
	return expectStatus.split(",").every((range) => range.split("-").every((code) => code.startsWith("3")));
}

/** What a check looks at, as a person would write it: `https://shop.example/`, `mail.example:25`, `A shop.example`. */
export function describeTarget(target: CheckTarget): string {
	switch (target.type) {
		case "http":
			return withoutPassword(target.url);
		case "tcp":
			return `${target.host}:${target.port}`;
		case "dns":
			return `${target.recordType} ${target.name}${target.server ? ` at ${target.server}` : ""}`;
		default:
			return assertNever(target);
	}
}

/** Descriptions travel to tickets and walls; a password in a URL doesn't. */
function withoutPassword(url: string): string {
	return url.replace(/^(https?:\/\/)[^/@]*@/i, "$1");
}
