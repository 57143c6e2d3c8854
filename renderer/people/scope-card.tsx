import { MultiSelect, SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { Person } from "../../shared/api/directory.ts";
import { type Scope, WHOLE_DESK } from "../../shared/permission/scope.ts";
import type { Refusal } from "../../shared/result.ts";
import { ticketKinds } from "../../shared/ticket/known-lifecycles.ts";
import { useAccess } from "../access/index.ts";
import { Card, offerBack, ProblemNote } from "../page/index.ts";
import { peopleText } from "../text/en/people.ts";
import { ticketText } from "../text/en/ticket.ts";
import { setScope } from "./people-requests.ts";

const text = peopleText.scope;

/** Which tickets a person works with: of which kinds, and of all teams or only their own. */
export function ScopeCard({ person }: { readonly person: Person }) {
	const access = useAccess("people.manage");
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const scope = person.scope ?? WHOLE_DESK;
	const isAdmin = person.roles.includes("admin");
	const isFixed = !access.isAllowed || isAdmin;

	async function change(part: Partial<Scope>): Promise<void> {
		const answer = await setScope(person.id, { ...scope, ...part });
		setRefusal(answer.ok ? null : answer.error);
		if (answer.ok) offerBack(text.changed(person.name), () => setScope(person.id, scope));
	}
	return (
		<Card title={text.title}>
			<Stack gap="md">
				<Text c="dimmed">{access.reason ?? (isAdmin ? text.admin : text.hint)}</Text>
				<SegmentedControl
					aria-label={text.teams.label}
					value={scope.teams}
					disabled={isFixed}
					onChange={(teams) => void change({ teams: teams === "own" ? "own" : "all" })}
					data={(["all", "own"] as const).map((value) => ({ value, label: text.teams[value] }))}
				/>
				<MultiSelect
					label={text.kinds}
					placeholder={scope.kinds === null ? text.allKinds : ""}
					data={ticketKinds().map((kind) => ({ value: kind, label: ticketText.kindName(kind) }))}
					value={[...(scope.kinds ?? [])]}
					disabled={isFixed}
					onChange={(chosen) => {
						const kinds = ticketKinds().filter((kind) => chosen.includes(kind));
						// None chosen means all: somebody who is to see no ticket has no role that reads them.
						const isAll = kinds.length === 0 || kinds.length === ticketKinds().length;
						void change({ kinds: isAll ? null : kinds });
					}}
				/>
				{refusal && <ProblemNote refusal={refusal} />}
			</Stack>
		</Card>
	);
}
