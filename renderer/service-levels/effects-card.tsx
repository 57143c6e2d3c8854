import { Stack } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { RecalculationEffect } from "../../shared/api/sla.ts";
import { type Access, GuardedButton } from "../access/index.ts";
import { Card } from "../page/index.ts";
import { recalculateText as text } from "../text/en/recalculate.ts";
import { formatNumber } from "../text/plural.ts";
import type { Countable } from "./recalculation-values.ts";
import classes from "./service-levels.module.css";
import { countChanged } from "./use-recalculation.ts";

interface Props {
	readonly effects: readonly RecalculationEffect[];
	readonly countable: readonly Countable[];
	readonly access: Access;
	readonly isBusy: boolean;
	readonly onAct: () => void;
}

const NUMBERS = ["clocks", "changed", "completed", "breached", "relieved"] as const;

/** What counting anew would do, policy by policy, and the button that does it. */
export function EffectsCard({ effects, countable, access, isBusy, onAct }: Props) {
	const changed = countChanged(effects);
	const nameOf = (policyId: string) =>
		countable.find(({ record }) => record.id === policyId)?.version.name ?? policyId;
	const end = useRef<HTMLDivElement>(null);
	useEffect(() => {
		end.current?.scrollIntoView({ block: "nearest" });
	}, []);
	return (
		<Card title={text.effects}>
			<Stack gap="md" align="flex-start" ref={end}>
				<p className={classes.summary} role="status">
					{text.summary(changed)}
				</p>
				<table className={classes.table}>
					<thead>
						<tr>
							<th scope="col">{text.columns.policy}</th>
							{NUMBERS.map((column) => (
								<th key={column} scope="col" className={classes.count}>
									{text.columns[column]}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{effects.map((effect) => (
							<tr key={effect.policyId}>
								<th scope="row">{nameOf(effect.policyId)}</th>
								{NUMBERS.map((column) => (
									<td key={column} className={classes.count}>
										{formatNumber(effect[column])}
									</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
				{changed > 0 && (
					<GuardedButton access={access} loading={isBusy} onClick={onAct}>
						{text.button(changed)}
					</GuardedButton>
				)}
			</Stack>
		</Card>
	);
}
