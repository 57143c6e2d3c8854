import type { Health } from "../../shared/ci/service-health.ts";
import { CheckStateMark } from "../marks/index.ts";
import { servicesText } from "../text/en/services.ts";
import classes from "./services.module.css";

interface Props {
	readonly health: Health;
	readonly isShort?: boolean;
}

/** How a CI is; what nobody watches says so, and is never green. */
export function HealthMark({ health, isShort = false }: Props) {
	if (health !== null) return <CheckStateMark state={health} isShort={isShort} />;
	return isShort ? (
		<span className={classes.unwatched}>
			<span aria-hidden="true">–</span>
			<span className="visually-hidden">{servicesText.health.unwatched}</span>
		</span>
	) : (
		<span className={classes.dim}>{servicesText.health.unwatched}</span>
	);
}
