import type { ApprovalRule } from "../../../shared/approval/judge-stage.ts";
import type { StageRow } from "../../worker/topics/ticket-protocol.ts";
import { plural } from "../plural.ts";

export const approvalsText = {
	title: "Approvals",
	stage: (name: string) => `Stage: ${name}`,
	rules: {
		all: "all must approve",
		any: "any one approves",
		majority: "a majority approves",
	} satisfies Record<ApprovalRule, string>,
	verdicts: {
		approved: "Approved",
		rejected: "Rejected",
		pending: "Not decided yet",
		dropped: "Not asked any more",
	} satisfies Record<StageRow["verdict"], string>,
	version: (version: number) => `Version ${version}`,
	standIn: (name: string) => `decided by ${name}`,
	asked: "What is asked",
	unknownAsked: "What this is about is not known on this device yet.",
	caller: "For",
	openedBy: "Opened by",
	waiting: (count: number) => plural(count, "approval", "approvals"),
	delegation: {
		title: "Delegate",
		hint: "Decides what is asked for approval meanwhile. Nobody approves their own, nor as a delegate.",
		nobody: "Nobody stands in.",
		person: "Who stands in",
		from: "From",
		until: "Until",
		save: "Save",
		remove: "Take back",
		saved: (name: string) => `${name} stands in`,
		removed: "Nobody stands in any more",
		needed: "Choose a person and both times.",
	},
} as const;
