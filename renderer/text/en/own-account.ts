import type { SessionEnd } from "../../../shared/api/desk.ts";
import { plural } from "../plural.ts";

const ENDED_WORDS: Readonly<Record<SessionEnd, string>> = {
	"signed-out": "You signed out.",
	password: "Your password was changed or reset, so you were signed out here.",
	rights: "Your roles were changed by an admin, so you were signed out here.",
	deactivated: "Your account was shut by an admin.",
	"ended-by-person": "This sign-in was ended from another place.",
};

export const ownText = {
	title: "Your account",
	roles: "Your roles",
	noRoles: "You have no role at this desk.",
	teams: "Your teams",
	noTeams: "You are in no team.",
	openDesk: "This desk asks nobody to sign in, so there is no password to change.",
	signInName: "You sign in as",
	password: {
		title: "Password",
		current: "Current password",
		next: "New password",
		again: "New password, again",
		hint: "At least 10 characters. A few words that only you put together are good.",
		different: "The two are not the same.",
		needed: "Type your current password.",
		change: "Change password",
		changed: "Password changed. You are signed out everywhere else.",
		chooseTitle: "Choose your password",
		chooseHint: "The one that you signed in with counts only once.",
		choose: "Choose and go on",
	},
	sessions: {
		title: "Where you are signed in",
		columns: { where: "Browser", since: "Since", seen: "Last used", actions: "Actions" },
		thisOne: "this one",
		unknown: "Unknown browser",
		end: "End",
		endOf: (where: string) => `End the sign-in in ${where}`,
		endOthers: "End all others",
		ended: "Ended",
		none: "Nowhere else.",
	},
	ended: ENDED_WORDS,
	noAccess: {
		title: "Your roles don’t open this desk",
		next: "An admin can give you a role.",
		waiting: (count: number) => `${plural(count, "edit", "edits")} of yours could not be sent and wait here.`,
		signIn: "Sign in again",
		signOut: "Sign out",
	},
} as const;

export const signInPolicyText = {
	title: "How long a sign-in lasts",
	hint: "People sign in anew after this. Walls are not meant: they stay until they are revoked.",
	idle: "Without use, for",
	longest: "However much it is used, for",
	hours: " hours",
	days: " days",
	idleRange: "From 1 to 168 hours",
	longestRange: "From 1 to 90 days",
	saved: "Saved, for those who are signed in already as well",
} as const;
