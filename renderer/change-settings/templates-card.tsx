import { Select, Textarea, TextInput } from "@mantine/core";
import type { ChangeSettingsRecord } from "../../shared/change/settings.ts";
import type { ChangeTemplate } from "../../shared/change/templates.ts";
import { ok } from "../../shared/result.ts";
import { changesText } from "../text/en/changes.ts";
import { fieldName, ticketText } from "../text/en/ticket.ts";
import { useStaffChoices } from "../ticket/index.ts";
import classes from "./change-settings.module.css";
import { PartCard } from "./part-card.tsx";
import { Rows } from "./rows.tsx";
import { usePartForm } from "./use-part-form.ts";

const text = changesText.settings.templates;
const RISKS = ([1, 2, 3, 4] as const).map((risk) => ({
	value: String(risk),
	label: `${risk} ${changesText.risks(risk)}`,
}));
const TEXTS = [
	["plan", "$plan"],
	["backOutPlan", "$backOutPlan"],
	["testPlan", "$testPlan"],
] as const;
const NEW_TEMPLATE: Omit<ChangeTemplate, "id"> = {
	name: "",
	shortDescription: "",
	teamId: null,
	ciId: null,
	plan: "",
	backOutPlan: "",
	testPlan: "",
	risk: 4,
};

/** What is allowed once and for all. */
export function TemplatesCard({ settings }: { readonly settings: ChangeSettingsRecord }) {
	const form = usePartForm(
		settings,
		({ templates }) => templates,
		(templates) => ok({ templates }),
	);
	return (
		<PartCard title={text.title} hint={text.hint} anchor="templates" form={form}>
			<Rows
				rows={form.values}
				onChange={form.change}
				make={() => ({ id: crypto.randomUUID(), ...NEW_TEMPLATE })}
				labelOf={({ name }) => name || text.one}
				none={text.none}
				addLabel={text.add}
				isDisabled={!form.access.isAllowed}
			>
				{(template, change) => <TemplateFields template={template} change={change} />}
			</Rows>
		</PartCard>
	);
}

interface FieldsProps {
	readonly template: ChangeTemplate;
	readonly change: (part: Partial<ChangeTemplate>) => void;
}

function TemplateFields({ template, change }: FieldsProps) {
	const staff = useStaffChoices(null);
	const common = { searchable: true, clearable: true, limit: 60 } as const;
	return (
		<div className={classes.fields}>
			<TextInput
				label={changesText.settings.name}
				withAsterisk
				value={template.name}
				onChange={(event) => change({ name: event.currentTarget.value })}
			/>
			<TextInput
				label={ticketText.fields.shortDescription}
				withAsterisk
				value={template.shortDescription}
				onChange={(event) => change({ shortDescription: event.currentTarget.value })}
			/>
			<Select
				{...common}
				label={ticketText.fields.teamId}
				data={staff.teams}
				value={template.teamId}
				onChange={(teamId) => change({ teamId })}
			/>
			<Select
				{...common}
				label={ticketText.fields.ciId}
				data={staff.cis}
				value={template.ciId}
				onChange={(ciId) => change({ ciId })}
			/>
			<Select
				label={fieldName("$risk")}
				data={RISKS}
				allowDeselect={false}
				value={String(template.risk)}
				onChange={(chosen) =>
					change({ risk: ([1, 2, 3, 4] as const).find((risk) => String(risk) === chosen) ?? template.risk })
				}
			/>
			{TEXTS.map(([field, name]) => (
				<Textarea
					key={field}
					className={classes.wide}
					label={fieldName(name)}
					withAsterisk={field !== "testPlan"}
					autosize
					minRows={2}
					maxRows={10}
					value={template[field]}
					onChange={(event) => change({ [field]: event.currentTarget.value })}
				/>
			))}
		</div>
	);
}
