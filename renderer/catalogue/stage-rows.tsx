import { MultiSelect, Select, TextInput } from "@mantine/core";
import { can } from "../../shared/permission/permission.ts";
import { APPROVAL_RULE } from "../../shared/ticket/lifecycles/approval.ts";
import { useTopic } from "../data/index.ts";
import { approvalsText } from "../text/en/approvals.ts";
import { catalogueText } from "../text/en/requests.ts";
import { freeKey, type StageValues, writeApprover } from "./offer-values.ts";
import { RowList } from "./row-list.tsx";

const text = catalogueText.stages;
const RULES = Object.values(APPROVAL_RULE).map((rule) => ({
	value: rule,
	label: approvalsText.rules[rule],
}));
const STAFF = { text: "", show: "staff", teamId: null, limit: 1_000 } as const;

interface Props {
	readonly rows: readonly StageValues[];
	readonly onChange: (rows: readonly StageValues[]) => void;
}

/** Who approves, stage by stage. */
export function StageRows({ rows, onChange }: Props) {
	const approvers = useApproverChoices();
	return (
		<RowList
			title={text.title}
			addLabel={text.add}
			removeLabel={text.remove}
			rows={rows}
			onChange={onChange}
			makeRow={(): StageValues => ({ key: freeKey("s", rows), name: "", rule: "all", approvers: [] })}
		>
			{(row, index, change) => (
				<>
					<TextInput
						aria-label={text.name(index)}
						placeholder={text.name(index)}
						value={row.name}
						onChange={(event) => change({ name: event.currentTarget.value })}
					/>
					<Select
						aria-label={text.rule(index)}
						data={RULES}
						value={row.rule}
						allowDeselect={false}
						onChange={(chosen) =>
							change({ rule: Object.values(APPROVAL_RULE).find((rule) => rule === chosen) ?? "all" })
						}
					/>
					<MultiSelect
						aria-label={text.approvers(index)}
						placeholder={row.approvers.length === 0 ? text.approvers(index) : ""}
						data={approvers}
						value={row.approvers}
						searchable
						limit={60}
						onChange={(chosen) => change({ approvers: chosen })}
					/>
				</>
			)}
		</RowList>
	);
}

/** The caller's lead, the leads of each team, and everybody who may approve. */
function useApproverChoices() {
	const teams = useTopic("teams", null) ?? [];
	const staff = useTopic("people", STAFF)?.people ?? [];
	return [
		{ value: writeApprover({ kind: "callersLead" }), label: catalogueText.approvers.callersLead },
		...teams
			.filter(({ team }) => team.isActive)
			.map(({ team }) => ({
				value: writeApprover({ kind: "teamLeads", teamId: team.id }),
				label: catalogueText.approvers.teamLeads(team.name),
			})),
		...staff
			.filter(({ roles }) => can(roles, "approval.decide"))
			.map(({ id, name }) => ({ value: writeApprover({ kind: "person", personId: id }), label: name })),
	];
}
