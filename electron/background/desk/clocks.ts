import type { TicketDetail } from "../../../shared/api/tickets.ts";
import { type CompiledCalendar, compileCalendar, makeDefaultCalendar } from "../../../shared/sla/calendar.ts";
import { computeClock, DEFAULT_RESOLUTION_POLICY } from "../../../shared/sla/clock.ts";
import type { EpochMs, Ticket } from "../../../shared/ticket/ticket.ts";
import { SETTING } from "../store/settings.ts";
import type { Store } from "../store/store.ts";

const calendars = new Map<string, CompiledCalendar>();

/** The desk's business calendar: by its zone, compiled once. */
export async function readBusinessCalendar(store: Store): Promise<CompiledCalendar> {
	const zone = (await store.readSetting<string>(SETTING.zone)) ?? "UTC";
	const known = calendars.get(zone);
	if (known) return known;
	const made = compileCalendar(makeDefaultCalendar(zone));
	calendars.set(zone, made);
	return made;
}

/** The clocks of one ticket now, under the default policy. */
export function computeClocks(
	ticket: Ticket,
	businessCalendar: CompiledCalendar,
	now: EpochMs,
): TicketDetail["clocks"] {
	const policy = DEFAULT_RESOLUTION_POLICY;
	const clock = computeClock({ kind: ticket.kind, track: ticket.track, policy, businessCalendar, now });
	if (!clock) return [];
	return [{ policyId: policy.id, policyVersion: policy.version, name: policy.name, ...clock }];
}
