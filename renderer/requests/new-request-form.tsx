import { Button, Group, Select, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type FormEvent, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { Offer } from "../../shared/request/offer.ts";
import { callWorker } from "../data/index.ts";
import { DraftNote, useFormDraft } from "../drafts/index.ts";
import { submitByKey } from "../keys/index.ts";
import { draftsText } from "../text/en/drafts.ts";
import { requestsText as text } from "../text/en/requests.ts";
import { PersonSelect } from "../ticket/index.ts";
import { ItemCard } from "./item-card.tsx";
import {
	findRequestErrors,
	itemOf,
	NO_REQUEST,
	type RequestValues,
	requestValuesSchema,
	toItem,
	toRequest,
} from "./request-values.ts";
import classes from "./requests.module.css";

type Errors = Readonly<Record<string, string>>;
const DRAFT_OF = { initial: NO_REQUEST, schema: requestValuesSchema };

/** For whom, which items, and what each of them asks; half filled it is kept. */
export function NewRequestForm({ offers }: { readonly offers: readonly Offer[] }) {
	const draft = useFormDraft<RequestValues>("new:request", DRAFT_OF);
	const [, navigate] = useLocation();
	const [errors, setErrors] = useState<Errors>({});
	const [search, setSearch] = useState("");
	const [isSaving, setIsSaving] = useState(false);
	const form = useRef<HTMLFormElement>(null);
	const { values } = draft;
	const change = (part: Partial<RequestValues>) => draft.setValues({ ...values, ...part });

	function add(offerId: string | null): void {
		const offer = offers.find(({ id }) => id === offerId);
		if (!offer) return;
		change({ items: [...values.items, itemOf(offer, crypto.randomUUID())] });
		setSearch("");
	}
	async function save(): Promise<void> {
		const found = findRequestErrors(values);
		setErrors(found);
		if (Object.keys(found).length > 0) return focusFirstError(form.current);
		setIsSaving(true);
		const refusal = await sendRequest(values, navigate);
		setIsSaving(false);
		if (refusal === null) draft.clear();
		else notifications.show({ message: refusal, color: "red", autoClose: 10_000 });
	}
	function handleSubmit(event: FormEvent): void {
		event.preventDefault();
		if (!isSaving) void save();
	}
	return (
		<form ref={form} className={classes.form} onSubmit={handleSubmit} onKeyDown={submitByKey} noValidate>
			<DraftNote draft={draft} discardLabel={draftsText.startAfresh} />
			<PersonSelect
				label={text.caller}
				value={values.caller}
				onChange={(caller) => change({ caller })}
				error={errors.caller}
				isRequired
				isClearable
				isFocusedFirst
			/>
			<Select
				label={text.addItem}
				placeholder={text.addHint}
				data={offers.map(({ id, name }) => ({ value: id, label: name }))}
				value={null}
				onChange={add}
				error={errors.items}
				searchable
				searchValue={search}
				onSearchChange={setSearch}
				limit={60}
			/>
			{values.items.map((item, index) => (
				<ItemCard
					key={item.key}
					index={index + 1}
					item={item}
					errors={errors}
					onChange={(changed) => change({ items: values.items.with(index, changed) })}
					onRemove={() => change({ items: values.items.toSpliced(index, 1) })}
				/>
			))}
			<Textarea
				label={text.description}
				autosize
				minRows={2}
				value={values.description}
				onChange={(event) => change({ description: event.currentTarget.value })}
			/>
			<Group gap="xs">
				<Button type="submit" loading={isSaving}>
					{text.submit}
				</Button>
				<span className={classes.dim} role="status">
					{draft.isKept ? draftsText.kept : null}
				</span>
			</Group>
		</form>
	);
}

/** The request first, then its items: they are sent in that order. Answers why not, where something was refused. */
async function sendRequest(values: RequestValues, navigate: (to: string) => void): Promise<string | null> {
	const request = await callWorker("create", toRequest(values));
	if (!request.ok) return request.error.message;
	const { ticketId } = request.value;
	for (const item of values.items) {
		const made = await callWorker("create", toItem(item, values.caller?.id ?? "", ticketId));
		if (!made.ok) return `${item.name}: ${made.error.message}`;
	}
	navigate(`/tickets/${ticketId}`);
	return null;
}

function focusFirstError(form: HTMLFormElement | null): void {
	requestAnimationFrame(() => form?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus());
}
