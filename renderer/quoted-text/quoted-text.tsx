import { useMemo } from "react";
import { foldQuoted } from "../../shared/mail/fold-quoted.ts";
import { mailText } from "../text/en/mail.ts";
import classes from "./quoted-text.module.css";

/** A text; what it repeats of earlier mail is folded under it, a press away. */
export function QuotedText({ text }: { readonly text: string }) {
	const { own, quoted } = useMemo(() => foldQuoted(text), [text]);
	if (quoted === null) return text;
	return (
		<>
			{own}
			<details className={classes.quoted}>
				<summary>{mailText.quoted}</summary>
				<div>{quoted}</div>
			</details>
		</>
	);
}
