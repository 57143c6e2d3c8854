export const timeText = {
	now: "just now",
	ago: (span: string) => `${span} ago`,
	dayAndClock: (day: string, clock: string) => `${day}, ${clock}`,
	dueIn: (span: string) => `due in ${span}`,
	breachedAgo: (span: string) => `breached ${span} ago`,
	seconds: (count: number) => `${count} s`,
	minutes: (count: number) => `${count} m`,
	hours: (count: number) => `${count} h`,
	days: (count: number) => `${count} d`,
	years: (count: number) => `${count} y`,
	alsoAtDesk: (local: string, atDesk: string) => `${local}\nAt the desk: ${atDesk}`,
	paused: "paused",
} as const;
