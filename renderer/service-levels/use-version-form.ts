import { notifications } from "@mantine/notifications";
import { type FormEvent, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { z } from "zod";
import type { Refusal, Result } from "../../shared/result.ts";
import { newestOf, type Version } from "../../shared/sla/versions.ts";
import type { EpochMs } from "../../shared/ticket/ticket.ts";
import { useFormDraft } from "../drafts/index.ts";
import { serviceLevelsText } from "../text/en/service-levels.ts";
import { fromLocalInput } from "../text/time.ts";
import { SERVICE_LEVELS } from "./paths.ts";
import type { Moment } from "./save-fields.tsx";

const text = serviceLevelsText.save;

export interface VersionFormOptions<Values, Input> {
	readonly draftKey: string;
	readonly initial: Values;
	readonly schema: z.ZodType<Values>;
	/** All there are; none of what is new. */
	readonly versions: readonly Version[];
	/** What the form says, or which field is wrong. */
	readonly read: (values: Values) => Result<Input>;
	readonly save: (
		input: Input,
		when: { readonly effectiveFrom: EpochMs | null; readonly baseVersion: number },
	) => Promise<Result<{ readonly versions: readonly (Version & { readonly name: string })[] }>>;
}

/** What a form holds that makes a version, and what saving it does. */
export function useVersionForm<Values, Input>(options: VersionFormOptions<Values, Input>) {
	const draft = useFormDraft<Values>(options.draftKey, options);
	const [moment, setMoment] = useState<Moment>({ isLater: false, date: "" });
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [isBusy, setIsBusy] = useState(false);
	// The version that the form was filled from: a later one is somebody else's.
	const [baseVersion] = useState(newestOf(options.versions)?.version ?? 0);
	const element = useRef<HTMLFormElement>(null);
	const [, navigate] = useLocation();

	function refuse(error: Refusal): void {
		setRefusal(error);
		// After the messages are drawn: the first field that is wrong gets the focus.
		requestAnimationFrame(() => element.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
	}

	async function submit(): Promise<void> {
		const read = options.read(draft.values);
		if (!read.ok) return refuse(read.error);
		const effectiveFrom = moment.isLater ? fromLocalInput(moment.date) : null;
		if (moment.isLater && effectiveFrom === null)
			return refuse({ code: "no_date", message: text.dateNeeded, path: "effectiveFrom" });
		setIsBusy(true);
		const answer = await options.save(read.value, { effectiveFrom, baseVersion });
		setIsBusy(false);
		if (!answer.ok) return refuse(answer.error);
		draft.clear();
		const newest = newestOf(answer.value.versions);
		notifications.show({ message: text.saved(newest?.name ?? "", newest?.version ?? 1) });
		navigate(SERVICE_LEVELS);
	}

	return {
		draft,
		element,
		values: draft.values,
		/** The message of a field, by its path; `null` where it is right. */
		errorOf: (path: string): string | null => (refusal?.path === path ? refusal.message : null),
		change: (values: Values) => {
			draft.setValues(values);
			setRefusal(null);
		},
		saving: {
			moment,
			onMoment: (next: Moment) => {
				setMoment(next);
				setRefusal(null);
			},
			dateError: refusal?.path === "effectiveFrom" ? refusal.message : null,
			nextVersion: baseVersion + 1,
			isBusy,
			/** What belongs to a field is said there as well. */
			refusal: refusal?.path === "effectiveFrom" ? null : refusal,
			onCancel: () => {
				draft.clear();
				navigate(SERVICE_LEVELS);
			},
		},
		handleSubmit: (event: FormEvent) => {
			event.preventDefault();
			void submit();
		},
	};
}
