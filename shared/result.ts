/** An expected failure or its value: failures are values, exceptions are bugs. */
export type Result<Value, Failure = Refusal> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly error: Failure };

/** Why something was refused: a stable code, one sentence for a person, and the field it is about. */
export interface Refusal {
	readonly code: string;
	readonly message: string;
	readonly path?: string | undefined;
}

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
	return { ok: true, value };
}

export function refuse(
	code: string,
	message: string,
	path?: string,
): { readonly ok: false; readonly error: Refusal } {
	return { ok: false, error: path === undefined ? { code, message } : { code, message, path } };
}

export function assertNever(value: never): never {
	throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
