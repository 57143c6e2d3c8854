import type { Lifecycle, StateDefinition } from "../../shared/ticket/lifecycle.ts";
import { lifecyclesText as text } from "../text/en/lifecycles.ts";
import { describeMove, describeRequirement, labelOf } from "./describe-requirement.ts";
import classes from "./lifecycles.module.css";

interface Props {
	readonly lifecycle: Lifecycle;
	readonly state: StateDefinition;
}

/** All that a lifecycle says of one state: the same beside the picture and in the list. */
export function StateFacts({ lifecycle, state }: Props) {
	const { requires, moves, clearsOnLeave, locks = [] } = state;
	const named = (fields: StateDefinition["clearsOnLeave"]) =>
		fields.map((field) => labelOf(lifecycle, field)).join(text.and);
	return (
		<>
			<h3 className={classes.factsTitle}>
				{state.name} <span className={classes.dim}>{`${state.value} · ${text.phase[state.phase]}`}</span>
			</h3>
			{state.value === lifecycle.initial && <p className={classes.line}>{text.initial}</p>}
			{requires.length > 0 && (
				<>
					<p className={classes.dim}>{text.entering}</p>
					<ul className={classes.lines}>
						{requires.map((requirement) => (
							<li key={JSON.stringify(requirement)}>{describeRequirement(lifecycle, requirement)}</li>
						))}
					</ul>
				</>
			)}
			{moves.length === 0 ? (
				<p className={classes.line}>{text.noMoves}</p>
			) : (
				<>
					<p className={classes.dim}>{text.moves}</p>
					<ul className={classes.lines}>
						{moves.map((move) => {
							const to = lifecycle.states.find(({ value }) => value === move.to)?.name ?? String(move.to);
							const more = describeMove(lifecycle, move);
							return (
								<li key={JSON.stringify(move)}>
									{move.label ? `${move.label}, ${text.to(to)}` : to}
									{more.length > 0 && <span className={classes.dim}> ({more.join("; ")})</span>}
								</li>
							);
						})}
					</ul>
				</>
			)}
			{clearsOnLeave.length > 0 && <p className={classes.line}>{text.clears(named(clearsOnLeave))}</p>}
			{locks.length > 0 && <p className={classes.line}>{text.locks(named(locks))}</p>}
		</>
	);
}
