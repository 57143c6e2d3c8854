import { IconX } from "@tabler/icons-react";
import { useMemo } from "react";
import { parseSearch } from "../../shared/search/parse-search.ts";
import { withoutToken } from "../../shared/search/token-at.ts";
import { queueText } from "../text/en/queue.ts";
import { describeFilter } from "./describe-filter.ts";
import classes from "./search.module.css";

interface Props {
	readonly text: string;
	readonly onChange: (text: string) => void;
}

/** The filters that were understood in what was typed; each goes with one press. */
export function TermPills({ text, onChange }: Props) {
	const terms = useMemo(() => parseSearch(text).filter((term) => term.type === "filter"), [text]);
	return terms.map((term) => {
		const label = describeFilter(term);
		return (
			<button
				key={term.from}
				type="button"
				className={classes.pill}
				aria-label={queueText.removeFilter(label)}
				onClick={() => onChange(withoutToken(text, term))}
			>
				{label}
				<IconX size={12} aria-hidden="true" />
			</button>
		);
	});
}
