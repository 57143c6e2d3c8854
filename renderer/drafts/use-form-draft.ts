import { useMemo } from "react";
import type { z } from "zod";
import { type Draft, useDraft } from "./use-draft.ts";

export interface FormDraft<Values>
	extends Pick<Draft, "isRestored" | "isKept" | "other" | "takeOther" | "clear"> {
	readonly values: Values;
	readonly setValues: (values: Values) => void;
}

export interface FormDraftOptions<Values> {
	/** What the form holds before anybody types. */
	readonly initial: Values;
	/** A draft of an older form that does not fit is let go. */
	readonly schema: z.ZodType<Values>;
}

/** Like `useDraft`, for all fields of a form at once. */
export function useFormDraft<Values>(
	key: string,
	{ initial, schema }: FormDraftOptions<Values>,
): FormDraft<Values> {
	const empty = JSON.stringify(initial);
	const { text, setText, ...draft } = useDraft(key, empty);
	const kept = useMemo(() => readValues(text, schema), [text, schema]);
	return {
		...draft,
		isRestored: draft.isRestored && kept !== null,
		values: kept ?? initial,
		setValues: (values) => setText(JSON.stringify(values)),
	};
}

function readValues<Values>(text: string, schema: z.ZodType<Values>): Values | null {
	try {
		return schema.safeParse(JSON.parse(text)).data ?? null;
	} catch {
		// Not JSON: nothing to continue from.
		return null;
	}
}
