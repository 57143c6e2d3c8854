import type { CheckTarget } from "../../shared/api/checks.ts";

/** What a check looks at, in one line: `GET https://…`, `db:5432`, `A example.org @ 127.0.0.1`. */
export function describeTarget(target: CheckTarget): string {
	switch (target.type) {
		case "http":
			return target.method === "GET" ? target.url : `${target.method} ${target.url}`;
		case "tcp":
			return `${target.host.includes(":") ? `[${target.host}]` : target.host}:${target.port}`;
		case "dns":
			return `${target.recordType} ${target.name}${target.server === null ? "" : ` @ ${target.server}`}`;
	}
}
