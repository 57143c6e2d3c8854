import { Link } from "wouter";
import { knowledgeText as text } from "../text/en/knowledge.ts";
import classes from "./knowledge.module.css";

/** The way back to the list. */
export function BackLink() {
	return (
		<Link href="/knowledge" className={classes.trail}>
			{text.title} ›
		</Link>
	);
}
