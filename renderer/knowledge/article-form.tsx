import { Button, Group, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import { z } from "zod";
import { ARTICLE_LIMITS, type Article } from "../../shared/knowledge/article.ts";
import { REVIEW_DAYS, reviewAfter } from "../../shared/knowledge/review.ts";
import type { Refusal } from "../../shared/result.ts";
import { GuardedButton, useOnline } from "../access/index.ts";
import { saveArticle } from "../articles/index.ts";
import { useTopic } from "../data/index.ts";
import { DraftNote, useFormDraft } from "../drafts/index.ts";
import { submitByKey } from "../keys/index.ts";
import { deskClock } from "../now/index.ts";
import { Card, ProblemNote } from "../page/index.ts";
import { partOf, useAudiences } from "../saved-views/index.ts";
import { knowledgeText as text } from "../text/en/knowledge.ts";
import { formatDay } from "../text/time.ts";
import { linkArticle } from "../ticket/index.ts";
import type { TicketView } from "../worker/topics/ticket-protocol.ts";

/** How long until it is read again is kept as it was. */
const AS_BEFORE = "kept";
const DEFAULT_DAYS = "180";

const draftSchema = z.strictObject({
	name: z.string(),
	text: z.string(),
	audience: z.string(),
	review: z.string(),
});
type Values = z.infer<typeof draftSchema>;

interface Props {
	/** `null` makes a new one. */
	readonly article: Article | null;
	/** The ticket it is written from, which it is linked to. */
	readonly source: TicketView | null;
	readonly begun: { readonly name: string; readonly text: string };
}

/** Writes an article. */
export function ArticleForm({ article, source, begun }: Props) {
	const online = useOnline();
	const [, navigate] = useLocation();
	const { choices, mayShare } = useAudiences("article.share");
	const [id] = useState(() => article?.id ?? crypto.randomUUID());
	const [initial] = useState<Values>(() => ({
		name: begun.name,
		text: begun.text,
		audience: article ? partOf(article.audience) : "own",
		review: article ? AS_BEFORE : DEFAULT_DAYS,
	}));
	const draft = useFormDraft(`article:${article?.id ?? (source ? `from-${source.ticket.id}` : "new")}`, {
		initial,
		schema: draftSchema,
	});
	const { values, setValues } = draft;
	const [isTried, setIsTried] = useState(false);
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const newest = useTopic("article", { articleId: id })?.article.version ?? 0;
	const change = (part: Partial<Values>) => setValues({ ...values, ...part });

	async function save(version: number): Promise<void> {
		setIsTried(true);
		if (values.name.trim() === "" || values.text.trim() === "" || !online.isAllowed) return;
		const audience = choices.find(({ value }) => value === values.audience)?.audience ?? { kind: "own" };
		const input = {
			name: values.name.trim(),
			text: values.text.trim(),
			audience,
			reviewAt:
				values.review === AS_BEFORE
					? (article?.reviewAt ?? null)
					: reviewAfter(Number(values.review), deskClock.now()),
			ticketId: article ? article.ticketId : (source?.ticket.id ?? null),
		};
		const saved = await saveArticle({ id, version, input }, article);
		if (!saved.ok) return setRefusal(saved.error);
		draft.clear();
		if (source) await linkArticle(source, saved.value);
		navigate(`/knowledge/${id}`);
	}
	function handleSubmit(event: FormEvent): void {
		event.preventDefault();
		void save(article?.version ?? 0);
	}
	const needed = (value: string, message: string) => (isTried && value.trim() === "" ? message : null);
	return (
		<Card title={source ? text.form.from(source.ticket.number) : text.form.text}>
			<form onSubmit={handleSubmit} onKeyDown={submitByKey} noValidate>
				<Stack gap="sm">
					<DraftNote draft={draft} />
					<TextInput
						autoFocus
						label={text.form.name}
						description={text.form.nameHint}
						withAsterisk
						maxLength={ARTICLE_LIMITS.name}
						value={values.name}
						error={needed(values.name, text.form.nameNeeded)}
						onChange={(event) => change({ name: event.currentTarget.value })}
					/>
					<Textarea
						label={text.form.text}
						withAsterisk
						autosize
						minRows={10}
						maxRows={24}
						maxLength={ARTICLE_LIMITS.text}
						value={values.text}
						error={needed(values.text, text.form.textNeeded)}
						onChange={(event) => change({ text: event.currentTarget.value })}
					/>
					<Group grow align="start">
						<Select
							label={text.form.audience}
							data={choices.map(({ value, label }) => ({
								value,
								label: value === "own" ? text.form.own : label,
							}))}
							value={values.audience}
							allowDeselect={false}
							description={mayShare ? null : text.form.mayNotShare}
							onChange={(value) => change({ audience: value ?? "own" })}
						/>
						<Select
							label={text.form.review}
							data={reviewChoices(article)}
							value={values.review}
							allowDeselect={false}
							onChange={(value) => change({ review: value ?? DEFAULT_DAYS })}
						/>
					</Group>
					{refusal ? (
						<ProblemNote
							refusal={refusal}
							action={
								refusal.code === "edited_meanwhile" ? (
									<Button size="compact-sm" variant="default" onClick={() => void save(newest)}>
										{text.form.saveOver}
									</Button>
								) : null
							}
						/>
					) : null}
					<Group justify="flex-end">
						<Button
							variant="default"
							onClick={() => navigate(article ? `/knowledge/${article.id}` : "/knowledge")}
						>
							{text.form.back}
						</Button>
						<GuardedButton access={online} type="submit">
							{text.form.save}
						</GuardedButton>
					</Group>
				</Stack>
			</form>
		</Card>
	);
}

function reviewChoices(article: Article | null) {
	const days = REVIEW_DAYS.map((each) => ({ value: String(each), label: text.form.reviews(each) }));
	if (!article) return days;
	const before = article.reviewAt === null ? text.never : text.form.reviewKept(formatDay(article.reviewAt));
	return [{ value: AS_BEFORE, label: before }, ...days];
}
