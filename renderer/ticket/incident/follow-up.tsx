import type { EpochMs } from "../../../shared/ticket/ticket.ts";
import { useNow } from "../../now/index.ts";
import { incidentText } from "../../text/en/incident.ts";
import { formatShort } from "../../text/time.ts";
import classes from "./incident.module.css";

/** When somebody looks again; past that it says so. */
export function FollowUp({ at }: { readonly at: EpochMs }) {
	const now = useNow("minute");
	if (at > now) return <span className={classes.dim}> · {formatShort(at)}</span>;
	return (
		<span className={classes.late}>
			{" "}
			· {incidentText.followUpDue} {formatShort(at)}
		</span>
	);
}
