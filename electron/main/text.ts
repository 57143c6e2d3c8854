import type { Notice } from "../../shared/notice/notice-book.ts";

/** Every word that the shell shows by itself; pages have their own catalogue. */
export const shellText = {
	name: "Deskwatch",
	sqliteMissing: {
		title: "Deskwatch cannot start",
		message:
			"This build of the app has no SQLite database (node:sqlite), and without it the desk cannot be kept. Nothing was changed. Install a current release of Deskwatch.",
	},
	background: {
		starting: "Deskwatch: the desk is starting",
		running: "Deskwatch",
		restarting: "Deskwatch: the desk stopped and is being started again",
		stopped: "Deskwatch: the desk is stopped",
	},
	menu: {
		file: "&File",
		newTicket: "New Ticket",
		newWindow: "New Window",
		wallOn: "Wall",
		closeWall: "Close the Wall",
		go: "&Go",
		home: "Home",
		queues: "Queues",
		alerts: "Alerts",
		checks: "Checks",
		settings: "Settings",
		help: "&Help",
		about: (version: string) => `Deskwatch ${version}`,
		open: "Open Deskwatch",
		quit: "Quit Deskwatch",
	},
	display: (index: number, width: number, height: number) => `Display ${index} · ${width} × ${height}`,
	noDisplay: "That display is not connected any more. Choose another one.",
	notice: {
		title: {
			p1: (number: string) => `P1: ${number}`,
			breach: (number: string) => `Breached: ${number}`,
			threshold: (number: string) => `Time runs short: ${number}`,
			followUp: (number: string) => `Follow up: ${number}`,
		} satisfies Record<Notice["kind"], (number: string) => string>,
		many: (count: number) => `${count} tickets need somebody now`,
		counts: ({ p1, breach, threshold, followUp }: Readonly<Record<Notice["kind"], number>>) =>
			[
				p1 > 0 ? `${p1} new P1` : "",
				breach > 0 ? `${breach} breached` : "",
				threshold > 0 ? `${threshold} short of time` : "",
				followUp > 0 ? `${followUp} to follow up` : "",
			]
				.filter(Boolean)
				.join(", "),
	},
} as const;
