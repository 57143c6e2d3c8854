import { Link } from "wouter";
import { isOpenState, lifecycleOf } from "../../shared/ticket/lifecycle.ts";
import { StateMark } from "../marks/index.ts";
import { similarText } from "../text/en/similar.ts";
import type { SimilarView } from "../worker/topics/ticket-protocol.ts";
import classes from "./similar.module.css";

type Similar = SimilarView["tickets"][number];

/** One similar ticket: a link with how it stands and how it was solved. */
export function SimilarRow({ row, solution }: Similar) {
	return (
		<li>
			<Link className={classes.row} href={`/tickets/${row.number}`} title={row.shortDescription}>
				<span className={classes.head}>
					<span className={classes.number}>{row.number}</span>
					<StateMark
						kind={row.kind}
						state={row.state}
						holdReason={row.holdReason}
						sourceState={row.sourceState}
					/>
				</span>
				<span className={classes.title}>{row.shortDescription}</span>
				<span className={classes.solution}>{describeSolution({ row, solution })}</span>
			</Link>
		</li>
	);
}

function describeSolution({ row, solution }: Similar): string {
	if (!solution) return isOpenState(row.kind, row.state) ? similarText.notSolved : similarText.noSolution;
	const codes = lifecycleOf(row.kind).closeCodes ?? [];
	const code = codes.find(({ value }) => value === solution.closeCode)?.label ?? solution.closeCode;
	const how = solution.isWorkaround ? similarText.workaround : code;
	return [how, solution.notes].filter((part) => part !== null && part !== "").join(": ");
}
