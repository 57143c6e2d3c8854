import { plural } from "../plural.ts";

const THEME_NAMES = { auto: "same as the system", light: "light", dark: "dark" } as const;

export const appText = {
	name: "Deskwatch",
	rail: {
		label: "Main",
		home: "Home",
		queues: "Queues",
		changes: "Changes",
		alerts: "Alerts",
		checks: "Checks",
		wall: "Wall",
		settings: "Settings",
		firing: (count: number) => plural(count, "alert firing", "alerts firing"),
		down: (count: number) => plural(count, "check down", "checks down"),
		open: (count: number) => plural(count, "open ticket", "open tickets"),
	},
	session: {
		menu: (name: string) => `You work as ${name}`,
		nobody: "Nobody yet",
		actAs: "Work as somebody else…",
		actAsTitle: "Work as",
		actAsHint: "This desk asks nobody to sign in. What you do is recorded under the name you choose.",
		actAsPick: "Person",
		actingAs: (name: string) => `You work as ${name} now`,
		signOut: "Sign out",
		signedOut: "You are signed out. Unsent edits stay on this device.",
		roles: (roles: string) => roles,
		shortcuts: "Keyboard",
	},
	signIn: {
		title: "Sign in",
		desk: (name: string) => `to ${name}`,
		name: "Name",
		password: "Password",
		action: "Sign in",
		waiting: (count: number) => `${plural(count, "edit", "edits")} made here will be sent under your name.`,
		notNeeded: "This desk asks nobody to sign in.",
		go: "Go to the queues",
		fill: "Name and password are needed.",
	},
	skipToContent: "Skip to the page",
	theme: {
		current: (choice: keyof typeof THEME_NAMES) => `Theme: ${THEME_NAMES[choice]}`,
		switch: (choice: keyof typeof THEME_NAMES) => `Switch theme, now ${THEME_NAMES[choice]}`,
	},
	deviceNotice: {
		title: "This browser is signed in as a wall",
		hint: "A wall only reads, so there is nothing to work with here. Sign the wall out to use the console in this browser.",
		wall: "Open the wall",
		signOut: "Sign the wall out",
	},
	notFound: {
		title: "There is no such page",
		hint: "The address may be mistyped, or what it named is gone.",
		action: "Go to the queues",
	},
	crashed: {
		title: "This page stopped working",
		hint: "What you typed and saved is safe. Load the page again; if it happens again, tell your administrator what stands below.",
		action: "Load again",
	},
	loading: "Loading",
	close: "Close",
} as const;
