import type { ApprovalRule } from "../approval/judge-stage.ts";
import type { Questionnaire } from "./risk.ts";
import type { ChangeTemplate } from "./templates.ts";
import type { Blackout, MaintenanceWindow } from "./windows.ts";

/** Who allows changes, beside the peers of the team that makes one. */
export interface ApprovalGroup {
	/** Nobody named is everybody with the role `approver` or `change_manager`, or where nobody has those, `lead`. */
	readonly personIds: readonly string[];
	readonly rule: ApprovalRule;
}

/** What a desk says about its changes: one thing, edited by parts. */
export interface ChangeSettings {
	/** The members of the change's team, without who makes it. */
	readonly peers: { readonly rule: ApprovalRule };
	readonly cab: ApprovalGroup;
	readonly emergencyCab: ApprovalGroup;
	readonly questionnaire: Questionnaire;
	/** When nothing may be changed. */
	readonly blackouts: readonly Blackout[];
	/** When the CIs that have one may be changed, by the clocks of the desk's zone. */
	readonly maintenance: readonly MaintenanceWindow[];
	readonly templates: readonly ChangeTemplate[];
}

/** The settings as they travel: `revision` rises with every edit. */
export interface ChangeSettingsRecord extends ChangeSettings {
	readonly id: string;
	readonly revision: number;
}

export const CHANGE_SETTINGS_ID = "changes";
