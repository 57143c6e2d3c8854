import type { Session } from "../../shared/api/desk.ts";
import type { Result } from "../../shared/result.ts";
import { mayRead } from "./engine/rights.ts";
import type { Http, HttpFailure } from "./http.ts";

const FORBIDDEN: Result<never, HttpFailure> = {
	ok: false,
	error: {
		kind: "refused",
		status: 403,
		code: "forbidden",
		message: "Your roles don’t allow this.",
		path: undefined,
	},
};

/** For tests: the guard before a desk's door, which says who is asking to everybody and the rest to those who may read. */
export function guardDesk(http: Http, isDown: () => boolean, session: () => Session): Http {
	const guarded = <Args extends readonly unknown[], Value>(
		ask: (...args: Args) => Promise<Result<Value, HttpFailure>>,
	) => {
		return async (...args: Args): Promise<Result<Value, HttpFailure>> => {
			const isOpen = args[0] === "/api/session" || isDown() || session().person === null;
			return isOpen || mayRead(session()) ? ask(...args) : FORBIDDEN;
		};
	};
	return {
		get: guarded(http.get),
		post: guarded(http.post),
		put: guarded(http.put),
		putJson: guarded(http.putJson),
		getPart: guarded(http.getPart),
		stream: guarded(http.stream),
	};
}
