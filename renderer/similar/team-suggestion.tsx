import { Button } from "@mantine/core";
import { useState } from "react";
import { ShortcutKeys, useShortcuts } from "../keys/index.ts";
import { similarText } from "../text/en/similar.ts";
import type { SimilarView } from "../worker/topics/ticket-protocol.ts";
import classes from "./similar.module.css";

export interface NamedTeam {
	readonly id: string;
	readonly name: string;
}

interface Props {
	readonly suggested: SimilarView["team"];
	/** The team that is there. */
	readonly teamId: string | null;
	readonly onTake: (team: NamedTeam) => void;
	/** Takes it back, by the same key; without it, undone as any other edit. */
	readonly onTakeBack?: (() => void) | undefined;
}

/** The team that similar tickets suggest: beside what is there, never in its place until a person takes it. */
export function TeamSuggestionLine({ suggested, teamId, onTake, onTakeBack }: Props) {
	const [taken, setTaken] = useState<NamedTeam | null>(null);
	const isTaken = onTakeBack !== undefined && taken !== null && taken.id === teamId;
	const offered = teamId === null ? suggested : null;

	function take(): void {
		if (isTaken) onTakeBack();
		if (isTaken || !offered) return;
		const team = { id: offered.teamId, name: offered.name };
		setTaken(team);
		onTake(team);
	}
	useShortcuts(isTaken || offered ? { takeTeam: take } : {});
	if (!isTaken && !offered) return null;
	return (
		<div className={classes.team} role="status">
			<span title={offered ? similarText.counted(offered.count, offered.of) : undefined}>
				{offered ? similarText.suggested : similarText.taken}:{" "}
				<strong>{offered ? offered.name : taken?.name}</strong>
				{offered ? ` (${similarText.why(offered.count, offered.of)})` : null}
			</span>
			<Button size="compact-xs" variant="light" onClick={take}>
				{offered ? similarText.take : similarText.takeBack}
				<span className={classes.keys} aria-hidden="true">
					<ShortcutKeys id="takeTeam" />
				</span>
			</Button>
		</div>
	);
}
