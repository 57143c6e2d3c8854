import { assertNever } from "../../shared/result.ts";
import type { ClockRule } from "../../shared/sla/standing.ts";
import type { TicketKind } from "../../shared/ticket/kinds.ts";
import { clocksText } from "../text/en/clocks.ts";
import { ticketText } from "../text/en/ticket.ts";

export interface RuleContext {
	readonly kind: TicketKind;
	readonly nameOf: (id: string) => string;
}

const { rule: text } = clocksText;

/** The rule that made a stretch what it is, in words. */
export function describeRule(rule: ClockRule, { kind, nameOf }: RuleContext): string {
	switch (rule.code) {
		case "open":
		case "resolved":
		case "canceled":
			return text[rule.code](ticketText.state(kind, rule.state));
		case "hold":
		case "hold-counts":
			return text[rule.code](
				rule.holdReason === 0 ? clocksText.noReason : ticketText.holdReason(rule.holdReason),
			);
		case "other-team":
			return text["other-team"](rule.teamId === null ? clocksText.noTeam : nameOf(rule.teamId));
		case "priority-changed":
			return text["priority-changed"](ticketText.priority(rule.priority));
		case "answered":
		case "ended-unanswered":
		case "not-promised":
			return text[rule.code];
		default:
			return assertNever(rule);
	}
}
