import { Link } from "wouter";
import { serviceLevelsText } from "../text/en/service-levels.ts";
import { SERVICE_LEVELS } from "./paths.ts";
import classes from "./service-levels.module.css";

/** To all policies and calendars. */
export function BackLink() {
	return (
		<Link href={SERVICE_LEVELS} className={classes.back}>
			{serviceLevelsText.back} ›
		</Link>
	);
}
