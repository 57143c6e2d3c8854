import { Checkbox, Group, Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type FormEvent, useState } from "react";
import { Link, useLocation } from "wouter";
import { type Offer, type OfferInput, offerSchema } from "../../shared/request/offer.ts";
import type { Refusal, Result } from "../../shared/result.ts";
import { GuardedButton, useAccess } from "../access/index.ts";
import { DraftNote, useFormDraft } from "../drafts/index.ts";
import { askDesk } from "../http/index.ts";
import { submitByKey } from "../keys/index.ts";
import { EmptyState, Page, ProblemNote } from "../page/index.ts";
import { draftsText } from "../text/en/drafts.ts";
import { catalogueText as text } from "../text/en/requests.ts";
import classes from "./catalogue.module.css";
import { FieldRows } from "./field-rows.tsx";
import {
	NEW_OFFER,
	type OfferValues,
	offerValuesOf,
	offerValuesSchema,
	readOfferValues,
} from "./offer-values.ts";
import { StageRows } from "./stage-rows.tsx";
import { TaskRows } from "./task-rows.tsx";

interface Props {
	/** `null` is a new one. */
	readonly id: string | null;
	readonly offers: readonly Offer[];
}

/** One offer: what it asks for, who approves it, what is to be done. */
export function OfferPage({ id, offers }: Props) {
	const offer = offers.find((candidate) => candidate.id === id) ?? null;
	const back = (
		<Link href="/" className={classes.dim}>
			{text.back} ›
		</Link>
	);
	if (id !== null && !offer)
		return (
			<Page title={text.title} trail={back}>
				<EmptyState title={text.notFound} />
			</Page>
		);
	return (
		<Page title={offer?.name ?? text.newTitle} trail={back}>
			<OfferForm key={offer?.version ?? 0} offer={offer} />
		</Page>
	);
}

function OfferForm({ offer }: { readonly offer: Offer | null }) {
	const access = useAccess("catalogue.edit");
	const [, navigate] = useLocation();
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const draft = useFormDraft<OfferValues>(`offer:${offer?.id ?? "new"}:${offer?.version ?? 0}`, {
		initial: offer ? offerValuesOf(offer) : NEW_OFFER,
		schema: offerValuesSchema,
	});
	const { values } = draft;
	const change = (part: Partial<OfferValues>) => draft.setValues({ ...values, ...part });

	async function save(): Promise<void> {
		const answer = await saveOffer(offer, readOfferValues(values));
		setRefusal(answer.ok ? null : answer.error);
		if (!answer.ok) return;
		draft.clear();
		notifications.show({ message: text.saved(answer.value.name, answer.value.version) });
		navigate("/");
	}
	function handleSubmit(event: FormEvent): void {
		event.preventDefault();
		void save();
	}
	return (
		<form className={classes.form} onSubmit={handleSubmit} onKeyDown={submitByKey} noValidate>
			<DraftNote draft={draft} discardLabel={draftsText.startAfresh} />
			<TextInput
				label={text.name}
				withAsterisk
				value={values.name}
				onChange={(event) => change({ name: event.currentTarget.value })}
			/>
			<Textarea
				label={text.description}
				autosize
				minRows={2}
				value={values.description}
				onChange={(event) => change({ description: event.currentTarget.value })}
			/>
			<Checkbox
				label={text.isActive}
				checked={values.isActive}
				onChange={(event) => change({ isActive: event.currentTarget.checked })}
			/>
			<FieldRows rows={values.fields} onChange={(fields) => change({ fields: [...fields] })} />
			<StageRows rows={values.stages} onChange={(stages) => change({ stages: [...stages] })} />
			<TaskRows rows={values.tasks} onChange={(tasks) => change({ tasks: [...tasks] })} />
			{refusal && <ProblemNote refusal={refusal} />}
			<Group>
				<GuardedButton access={access} type="submit">
					{text.save}
				</GuardedButton>
			</Group>
		</form>
	);
}

function saveOffer(offer: Offer | null, input: OfferInput): Promise<Result<Offer>> {
	return offer
		? askDesk({
				method: "PUT",
				path: `/offers/${offer.id}`,
				body: { version: offer.version, offer: input },
				answer: offerSchema,
			})
		: askDesk({ method: "POST", path: "/offers", body: input, answer: offerSchema });
}
