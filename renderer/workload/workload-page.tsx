import { Select } from "@mantine/core";
import { useState } from "react";
import { useTopic } from "../data/index.ts";
import { Page } from "../page/index.ts";
import { readPreference, writePreference } from "../preferences/index.ts";
import { workloadText as text } from "../text/en/workload.ts";
import { BulkProgress } from "../ticket/index.ts";
import { LoadCard } from "./load-card.tsx";
import { TrendCard } from "./trend-card.tsx";
import classes from "./workload.module.css";

/** Who has how much open work and how it grows or shrinks, of the desk or of one team; and the way to give it away. */
export function WorkloadPage() {
	const [teamId, setTeamId] = useTeam();
	const teams = useTopic("staff", null)?.teams ?? [];
	return (
		<Page
			title={text.title}
			actions={
				<>
					<BulkProgress />
					<Select
						aria-label={text.team}
						placeholder={text.allTeams}
						data={teams.map(({ id, name }) => ({ value: id, label: name }))}
						value={teamId}
						onChange={setTeamId}
						searchable
						clearable
						w={220}
					/>
				</>
			}
		>
			<div className={classes.columns}>
				<LoadCard teamId={teamId} />
				<TrendCard teamId={teamId} />
			</div>
		</Page>
	);
}

/** The team last looked at on this workstation, while there is one of that name. */
function useTeam(): readonly [string | null, (teamId: string | null) => void] {
	const [chosen, setChosen] = useState(() => readPreference("workload.team"));
	const staff = useTopic("staff", null);
	const isThere = staff?.teams.some(({ id }) => id === chosen) ?? false;
	return [
		isThere && typeof chosen === "string" ? chosen : null,
		(teamId) => {
			writePreference("workload.team", teamId);
			setChosen(teamId);
		},
	];
}
