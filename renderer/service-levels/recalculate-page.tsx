import { Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { Definitions } from "../../shared/sla/policy.ts";
import { GuardedButton, useAccess } from "../access/index.ts";
import { DraftNote } from "../drafts/index.ts";
import { useNow } from "../now/index.ts";
import { Card, Page, ProblemNote } from "../page/index.ts";
import { draftsText } from "../text/en/drafts.ts";
import { recalculateText as text } from "../text/en/recalculate.ts";
import { serviceLevelsText } from "../text/en/service-levels.ts";
import { BackLink } from "./back-link.tsx";
import { EffectsCard } from "./effects-card.tsx";
import { countableAt } from "./recalculation-values.ts";
import classes from "./service-levels.module.css";
import { useRecalculation } from "./use-recalculation.ts";

interface Props {
	readonly definitions: Definitions;
	readonly tabs: ReactNode;
}

/** Counting clocks anew for the past: which, since when, why, and what it would change. */
export function RecalculatePage({ definitions, tabs }: Props) {
	const access = useAccess("sla.edit");
	const countable = countableAt(definitions.policies, useNow("second"));
	const form = useRecalculation(countable);
	const { values, change, errorOf, refusal } = form;
	const isDisabled = !access.isAllowed;
	const isOfField = ["policies", "from", "reason"].includes(refusal?.path ?? "");
	return (
		<Page title={text.title} trail={<BackLink />} tabs={tabs}>
			<form ref={form.element} className={classes.narrow} onSubmit={form.handleSubmit} noValidate>
				<DraftNote draft={form.draft} discardLabel={draftsText.startAfresh} />
				<Card title={text.scope}>
					<Stack gap="md" align="stretch">
						<Text c="dimmed">{countable.length === 0 ? text.none : text.hint}</Text>
						<Checkbox.Group
							label={text.policies}
							value={[...values.policyIds]}
							error={errorOf("policies")}
							onChange={(policyIds) => change({ ...values, policyIds })}
						>
							<Stack gap={6} mt={4}>
								{countable.map(({ record, version }) => (
									<Checkbox
										key={record.id}
										value={record.id}
										disabled={isDisabled}
										label={text.policy(version.name, serviceLevelsText.party[record.party], version.version)}
									/>
								))}
							</Stack>
						</Checkbox.Group>
						<TextInput
							size="sm"
							maw={280}
							type="datetime-local"
							label={text.from}
							description={text.fromHint}
							value={values.from}
							error={errorOf("from")}
							disabled={isDisabled}
							onChange={(event) => change({ ...values, from: event.currentTarget.value })}
						/>
						<Textarea
							size="sm"
							autosize
							maxRows={4}
							label={text.reason}
							description={text.reasonHint}
							value={values.reason}
							maxLength={200}
							error={errorOf("reason")}
							disabled={isDisabled}
							onChange={(event) => change({ ...values, reason: event.currentTarget.value })}
						/>
						{refusal && !isOfField && <ProblemNote refusal={refusal} />}
						{access.reason !== null && <ProblemNote refusal={{ code: "blocked", message: access.reason }} />}
						<Group>
							<GuardedButton
								access={access}
								type="submit"
								variant={form.effects ? "default" : "filled"}
								loading={form.isBusy && form.effects === null}
							>
								{text.preview}
							</GuardedButton>
							<Button variant="subtle" color="gray" onClick={form.onCancel}>
								{text.cancel}
							</Button>
							<span className={classes.summary} role="status">
								{form.compared === null ? null : text.compared(form.compared)}
							</span>
						</Group>
					</Stack>
				</Card>
				{form.effects && (
					<EffectsCard
						effects={form.effects}
						countable={countable}
						access={access}
						isBusy={form.isBusy}
						onAct={form.onAct}
					/>
				)}
			</form>
		</Page>
	);
}
