import { MultiSelect, Select } from "@mantine/core";
import type { ApprovalRule } from "../../shared/approval/judge-stage.ts";
import { APPROVAL_RULES } from "../../shared/change/approval-groups.ts";
import type { ApprovalGroup, ChangeSettingsRecord } from "../../shared/change/settings.ts";
import { can } from "../../shared/permission/permission.ts";
import { ok } from "../../shared/result.ts";
import { useTopic } from "../data/index.ts";
import { changesText } from "../text/en/changes.ts";
import classes from "./change-settings.module.css";
import { PartCard } from "./part-card.tsx";
import { usePartForm } from "./use-part-form.ts";

const text = changesText.settings.approvals;
const RULES = APPROVAL_RULES.map((rule) => ({ value: rule, label: text.rules[rule] }));
const STAFF = { text: "", show: "staff", teamId: null, limit: 500 } as const;

/** Peers, CAB and emergency CAB: who is in them, and how many of them decide. */
export function ApprovalsCard({ settings }: { readonly settings: ChangeSettingsRecord }) {
	const form = usePartForm(
		settings,
		({ peers, cab, emergencyCab }) => ({ peers, cab, emergencyCab }),
		(values) => ok(values),
	);
	const { values, change, access } = form;
	const isDisabled = !access.isAllowed;
	return (
		<PartCard title={text.title} hint={text.hint} anchor="approvals" form={form}>
			<div className={classes.pair}>
				<p className={classes.none}>{text.peers}</p>
				<RuleSelect
					group={text.groups.peers}
					value={values.peers.rule}
					isDisabled={isDisabled}
					onChange={(rule) => change({ ...values, peers: { rule } })}
				/>
			</div>
			{(["cab", "emergencyCab"] as const).map((group) => (
				<GroupFields
					key={group}
					name={text.groups[group]}
					group={values[group]}
					isDisabled={isDisabled}
					onChange={(next) => change({ ...values, [group]: next })}
				/>
			))}
		</PartCard>
	);
}

interface GroupProps {
	readonly name: string;
	readonly group: ApprovalGroup;
	readonly isDisabled: boolean;
	readonly onChange: (group: ApprovalGroup) => void;
}

function GroupFields({ name, group, isDisabled, onChange }: GroupProps) {
	const people = useTopic("people", STAFF)?.people ?? [];
	const deciders = people.filter(({ roles }) => can(roles, "approval.decide"));
	return (
		<div className={classes.pair}>
			<MultiSelect
				label={text.members(name)}
				placeholder={group.personIds.length === 0 ? text.anybody : undefined}
				data={deciders.map(({ id, name: label }) => ({ value: id, label }))}
				value={[...group.personIds]}
				onChange={(personIds) => onChange({ ...group, personIds })}
				disabled={isDisabled}
				searchable
				limit={60}
				hidePickedOptions
			/>
			<RuleSelect
				group={name}
				value={group.rule}
				isDisabled={isDisabled}
				onChange={(rule) => onChange({ ...group, rule })}
			/>
		</div>
	);
}

interface RuleProps {
	readonly group: string;
	readonly value: ApprovalRule;
	readonly isDisabled: boolean;
	readonly onChange: (rule: ApprovalRule) => void;
}

function RuleSelect({ group, value, isDisabled, onChange }: RuleProps) {
	return (
		<Select
			label={text.rule(group)}
			data={RULES}
			value={value}
			disabled={isDisabled}
			allowDeselect={false}
			onChange={(chosen) => onChange(APPROVAL_RULES.find((rule) => rule === chosen) ?? value)}
		/>
	);
}
