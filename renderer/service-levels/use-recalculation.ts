import { notifications } from "@mantine/notifications";
import { type FormEvent, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { RecalculationEffect, RecalculationInput } from "../../shared/api/sla.ts";
import type { Refusal } from "../../shared/result.ts";
import { useFormDraft } from "../drafts/index.ts";
import { recalculateText as text } from "../text/en/recalculate.ts";
import { SERVICE_LEVELS } from "./paths.ts";
import { previewInSteps } from "./preview-in-steps.ts";
import {
	type Countable,
	NOTHING_CHOSEN,
	type RecalculationValues,
	readRecalculation,
	recalculationValuesSchema,
} from "./recalculation-values.ts";
import { previewRecalculation, recalculate } from "./service-level-requests.ts";

/** What was asked for and what it would do: gone as soon as anything is typed. */
interface Preview {
	readonly input: RecalculationInput;
	readonly effects: readonly RecalculationEffect[];
}

/** The form by which clocks are counted anew: first what it would do, then doing it. */
export function useRecalculation(countable: readonly Countable[]) {
	const draft = useFormDraft<RecalculationValues>("recalculation:form", {
		initial: NOTHING_CHOSEN,
		schema: recalculationValuesSchema,
	});
	const [preview, setPreview] = useState<Preview | null>(null);
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [isBusy, setIsBusy] = useState(false);
	const [compared, setCompared] = useState<number | null>(null);
	/** Counts what was asked for: an answer to an earlier question is thrown away. */
	const asked = useRef(0);
	const element = useRef<HTMLFormElement>(null);
	const [, navigate] = useLocation();

	function refuse(error: Refusal): void {
		setRefusal(error);
		// After the messages are drawn: the first field that is wrong gets the focus.
		requestAnimationFrame(() => element.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
	}

	async function look(): Promise<void> {
		const read = readRecalculation(draft.values, countable);
		if (!read.ok) return refuse(read.error);
		asked.current += 1;
		const question = asked.current;
		setIsBusy(true);
		const { reason: _, ...scope } = read.value;
		const answer = await previewInSteps(scope, previewRecalculation, {
			onCompared: setCompared,
			isWanted: () => asked.current === question,
		});
		if (answer === null) return;
		setIsBusy(false);
		setCompared(null);
		if (answer.ok) setPreview({ input: read.value, effects: answer.value });
		else refuse(answer.error);
	}

	function forget(): void {
		asked.current += 1;
		setIsBusy(false);
		setCompared(null);
	}

	async function act({ input }: Preview): Promise<void> {
		setIsBusy(true);
		const answer = await recalculate(input);
		setIsBusy(false);
		if (!answer.ok) return refuse(answer.error);
		draft.clear();
		notifications.show({ message: text.done(countChanged(answer.value.effects)) });
		navigate(SERVICE_LEVELS);
	}

	return {
		draft,
		element,
		values: draft.values,
		effects: preview?.effects ?? null,
		isBusy,
		/** Tickets compared so far, while that takes more than a step. */
		compared,
		refusal,
		/** The message of a field, by its path; `null` where it is right. */
		errorOf: (path: string): string | null => (refusal?.path === path ? refusal.message : null),
		change: (values: RecalculationValues) => {
			draft.setValues(values);
			setRefusal(null);
			setPreview(null);
			// What is just being counted is not what is asked for any more.
			if (compared !== null || (isBusy && preview === null)) forget();
		},
		handleSubmit: (event: FormEvent) => {
			event.preventDefault();
			void look();
		},
		onAct: () => {
			if (preview) void act(preview);
		},
		onCancel: () => {
			forget();
			draft.clear();
			navigate(SERVICE_LEVELS);
		},
	};
}

export function countChanged(effects: readonly RecalculationEffect[]): number {
	return effects.reduce((total, { changed }) => total + changed, 0);
}
