import type { Exchange } from "../../shared/api/mail.ts";
import { ProblemNote } from "../page/index.ts";
import { mailText } from "../text/en/mail.ts";
import classes from "./mail.module.css";

interface Props {
	/** The server’s name in words. */
	readonly way: string;
	readonly exchange: Exchange;
}

/** Whether a server let the desk in, and what both said. */
export function ExchangeView({ way, exchange }: Props) {
	const { error, lines } = exchange;
	return (
		<div className={classes.exchange}>
			<h3 className={classes.way}>{way}</h3>
			{error === null ? (
				<p className={classes.good} role="status">
					{mailText.exchange.good}
				</p>
			) : (
				<ProblemNote refusal={{ code: "mail", message: error }} />
			)}
			{lines.length > 0 ? (
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
				<ol className={classes.lines} aria-label={mailText.exchange.lines(way)} tabIndex={0}>
					{lines.map((line, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: what was said has an order and never changes
						<li key={index} data-from={line.from}>
							<span>{mailText.exchange[line.from]}</span> <code>{line.text}</code>
						</li>
					))}
				</ol>
			) : null}
		</div>
	);
}
