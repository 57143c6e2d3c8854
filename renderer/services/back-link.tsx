import { Link } from "wouter";
import { servicesText } from "../text/en/services.ts";
import { SERVICES_PATH } from "./paths.ts";
import classes from "./services.module.css";

/** The way back to the list. */
export function BackLink() {
	return (
		<Link href={SERVICES_PATH} className={classes.trail}>
			{servicesText.title} ›
		</Link>
	);
}
