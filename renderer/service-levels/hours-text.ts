import type { DayHours } from "../../shared/sla/calendar.ts";

const RANGE = /^(\d{1,2})(?::(\d{2}))?\s*[-–—]\s*(\d{1,2})(?::(\d{2}))?$/;

/** `09:00–12:00, 13:00–17:00`; empty where it is closed. */
export function writeHours(hours: DayHours): string {
	return hours.map(([from, to]) => `${writeTime(from)}–${writeTime(to)}`).join(", ");
}

/** Reads hours as people type them, `9-17` too; `null` where that can't be. */
export function readHours(text: string): DayHours | null {
	const parts = text
		.split(",")
		.map((part) => part.trim())
		.filter((part) => part !== "");
	const hours: (readonly [number, number])[] = [];
	for (const part of parts) {
		const [, fromHour, fromMinute = "0", toHour, toMinute = "0"] = RANGE.exec(part) ?? [];
		if (fromHour === undefined || toHour === undefined) return null;
		if (Number(fromMinute) > 59 || Number(toMinute) > 59) return null;
		hours.push([Number(fromHour) * 60 + Number(fromMinute), Number(toHour) * 60 + Number(toMinute)]);
	}
	return hours;
}

function writeTime(minute: number): string {
	return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** `Mon–Fri 09:00–17:00, Sat 10:00–14:00`: days that follow one another with the same hours are one stretch. */
export function describeWeek(weekdays: readonly DayHours[], names: readonly string[]): string {
	const stretches: { from: number; to: number; hours: string }[] = [];
	// A week begins on Monday.
	for (const day of [1, 2, 3, 4, 5, 6, 0]) {
		const hours = writeHours(weekdays[day] ?? []);
		const last = stretches.at(-1);
		if (last && last.hours === hours) last.to = day;
		else stretches.push({ from: day, to: day, hours });
	}
	return stretches
		.filter(({ hours }) => hours !== "")
		.map(({ from, to, hours }) => `${names[from]}${from === to ? "" : `–${names[to]}`} ${hours}`)
		.join(", ");
}
