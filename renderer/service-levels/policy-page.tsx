import type { ReactNode } from "react";
import type { PolicyInput } from "../../shared/api/sla.ts";
import { ok } from "../../shared/result.ts";
import type { Definitions, PolicyRecord } from "../../shared/sla/policy.ts";
import { newestOf } from "../../shared/sla/versions.ts";
import { useAccess } from "../access/index.ts";
import { DraftNote } from "../drafts/index.ts";
import { EmptyState, Page } from "../page/index.ts";
import { draftsText } from "../text/en/drafts.ts";
import { serviceLevelsText } from "../text/en/service-levels.ts";
import { BackLink } from "./back-link.tsx";
import { BasicFields, PauseFields } from "./policy-fields.tsx";
import {
	NEW_POLICY,
	type PolicyValues,
	policyValuesOf,
	policyValuesSchema,
	readPolicyValues,
} from "./policy-values.ts";
import { RecalculationList } from "./recalculation-list.tsx";
import { SaveFields } from "./save-fields.tsx";
import { addPolicy, editPolicy } from "./service-level-requests.ts";
import classes from "./service-levels.module.css";
import { TargetFields } from "./target-fields.tsx";
import { ThresholdFields } from "./threshold-fields.tsx";
import { useVersionForm } from "./use-version-form.ts";
import { VersionList } from "./version-list.tsx";

interface Props {
	/** `null` is a new one. */
	readonly id: string | null;
	readonly definitions: Definitions;
	readonly tabs: ReactNode;
}

/** One policy: what it promises, and its versions beside it. */
export function PolicyPage({ id, definitions, tabs }: Props) {
	const record = definitions.policies.find((candidate) => candidate.id === id) ?? null;
	if (id !== null && !record)
		return (
			<Page title={serviceLevelsText.title} trail={<BackLink />} tabs={tabs}>
				<EmptyState title={serviceLevelsText.notFound} />
			</Page>
		);
	const title = newestOf(record?.versions ?? [])?.name ?? serviceLevelsText.policy.newTitle;
	return (
		<Page title={title} trail={<BackLink />} tabs={tabs}>
			<div className={classes.columns}>
				<PolicyForm record={record} definitions={definitions} />
				{record && (
					<div className={classes.side}>
						<VersionList versions={record.versions} />
						<RecalculationList made={record.recalculations ?? []} />
					</div>
				)}
			</div>
		</Page>
	);
}

interface FormProps {
	readonly record: PolicyRecord | null;
	readonly definitions: Definitions;
}

function PolicyForm({ record, definitions }: FormProps) {
	const access = useAccess("sla.edit");
	const newest = newestOf(record?.versions ?? []);
	const calendars = new Map(
		definitions.calendars.flatMap(({ id, versions }) => {
			const calendar = newestOf(versions);
			return calendar ? [[id, calendar] as const] : [];
		}),
	);
	const form = useVersionForm<PolicyValues, Omit<PolicyInput, "effectiveFrom">>({
		draftKey: `policy:${record?.id ?? "new"}:form`,
		initial: record && newest ? policyValuesOf(record, newest) : NEW_POLICY,
		schema: policyValuesSchema,
		versions: record?.versions ?? [],
		read: (values) => {
			const policy = readPolicyValues(values, calendars);
			if (!policy.ok) return policy;
			return ok({ party: values.party, measure: values.measure, policy: policy.value });
		},
		save: (input, when) =>
			record
				? editPolicy(record.id, { policy: input.policy, ...when })
				: addPolicy({ ...input, effectiveFrom: when.effectiveFrom }),
	});
	const { values, change, errorOf } = form;
	const fields = { values, onChange: change, errorOf, isDisabled: !access.isAllowed, isNew: record === null };
	return (
		<form ref={form.element} className={classes.form} onSubmit={form.handleSubmit} noValidate>
			<DraftNote draft={form.draft} discardLabel={draftsText.startAfresh} />
			<BasicFields {...fields} />
			<TargetFields {...fields} calendars={calendars} />
			<PauseFields {...fields} />
			<ThresholdFields {...fields} />
			<SaveFields access={access} {...form.saving} />
		</form>
	);
}
