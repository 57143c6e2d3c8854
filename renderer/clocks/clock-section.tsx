import type { Definitions } from "../../shared/sla/policy.ts";
import { useTopic } from "../data/index.ts";
import { clocksText } from "../text/en/clocks.ts";
import type { TicketView } from "../worker/topics/ticket-protocol.ts";
import { ClockItem } from "./clock-item.tsx";
import classes from "./clocks.module.css";

const NONE: Definitions = { calendars: [], policies: [] };

/** The promises made for a ticket: how each stands, how long is left, and why. */
export function ClockSection({ view }: { readonly view: TicketView }) {
	const definitions = useTopic("definitions", null);
	const present = view.clocks.filter(({ replacedAt }) => replacedAt === null);
	const replaced = view.clocks.filter(({ replacedAt }) => replacedAt !== null);
	const { ticket, names } = view;
	if (view.clocks.length === 0) return null;
	const item = { kind: ticket.kind, names, definitions: definitions ?? NONE };
	return (
		<section aria-label={clocksText.title}>
			<h2 className={classes.title}>{clocksText.title}</h2>
			<ul className={classes.clocks}>
				{[...present].sort(compareClocks).map((clock) => (
					<ClockItem key={clock.policyId} clock={clock} {...item} />
				))}
			</ul>
			{replaced.length > 0 && (
				<details className={classes.replaced}>
					<summary>{clocksText.replaced(replaced.length)}</summary>
					<ul className={classes.clocks}>
						{replaced.map((clock) => (
							<ClockItem key={`${clock.policyId} ${clock.attachedAt}`} clock={clock} {...item} />
						))}
					</ul>
				</details>
			)}
		</section>
	);
}

const PARTY_ORDER = { sla: 0, ola: 1, uc: 2 } as const;

/** The customer's first, and of these the answer before the resolution. */
function compareClocks(one: TicketView["clocks"][number], other: TicketView["clocks"][number]): number {
	return (
		PARTY_ORDER[one.party] - PARTY_ORDER[other.party] ||
		Number(one.measure === "resolution") - Number(other.measure === "resolution") ||
		one.name.localeCompare(other.name)
	);
}
