import { z } from "zod";
import { ticketKindSchema } from "../../shared/api/ticket-kind.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import { type CalendarsById, judgePolicy, judgeSupplier } from "../../shared/sla/judge-policy.ts";
import {
	type ClockPolicy,
	type ClockTarget,
	MEASURES,
	type Measure,
	PARTIES,
	type ThresholdAction,
} from "../../shared/sla/policy.ts";
import { serviceLevelsText } from "../text/en/service-levels.ts";

const numberSchema = z.union([z.number(), z.string()]);
const UNITS = ["minute", "hour", "day"] as const;
export const PRIORITIES = [1, 2, 3, 4, 5] as const;

/** What the form of a policy holds, as typed. An empty amount promises nothing. */
export const policyValuesSchema = z.strictObject({
	name: z.string(),
	party: z.enum(PARTIES),
	/** Of a UC; what was typed is kept while another is looked at. */
	supplier: z.string(),
	measure: z.enum(MEASURES),
	isActive: z.boolean(),
	kinds: z.array(ticketKindSchema),
	teamIds: z.array(z.string()),
	/** Of priority 1 to 5. */
	targets: z
		.array(z.strictObject({ amount: numberSchema, unit: z.enum(UNITS), calendarId: z.string().nullable() }))
		.length(PRIORITIES.length),
	pausedBy: z.array(z.number()),
	onReopen: z.enum(["resume", "reset"]),
	thresholds: z.array(z.strictObject({ percent: numberSchema, actions: z.array(z.string()) })),
});
export type PolicyValues = Readonly<z.infer<typeof policyValuesSchema>>;

export function policyValuesOf(
	record: Pick<PolicyValues, "party" | "measure">,
	policy: ClockPolicy,
): PolicyValues {
	return {
		name: policy.name,
		party: record.party,
		supplier: policy.supplier ?? "",
		measure: record.measure,
		isActive: policy.isActive,
		kinds: [...policy.kinds],
		teamIds: [...policy.teamIds],
		targets: PRIORITIES.map((priority) => {
			const target = policy.targets.find((one) => one.priority === priority);
			if (!target) return { amount: "", unit: "hour" as const, calendarId: null };
			return { amount: target.amount, unit: target.unit, calendarId: target.calendarId };
		}),
		pausedBy: [...policy.pausedBy],
		onReopen: policy.onReopen,
		thresholds: policy.thresholds.map(({ percent, actions }) => ({
			percent,
			actions: actions.map(actionKey),
		})),
	};
}

export const NEW_POLICY: PolicyValues = {
	name: "",
	party: "sla",
	supplier: "",
	measure: "resolution",
	isActive: true,
	kinds: ["incident"],
	teamIds: [],
	targets: PRIORITIES.map(() => ({ amount: "", unit: "hour" as const, calendarId: null })),
	pausedBy: [1],
	onReopen: "resume",
	thresholds: [50, 75, 100].map((percent) => ({ percent, actions: [] })),
};

/** The policy that the form says; refused with the path of the field that is wrong. */
export function readPolicyValues(values: PolicyValues, calendars: CalendarsById): Result<ClockPolicy> {
	if (values.name.trim() === "") return refuse("no_name", serviceLevelsText.nameNeeded, "name");
	const { measure, isActive, kinds, teamIds, onReopen } = values;
	const policy: ClockPolicy = {
		name: values.name.trim(),
		isActive,
		kinds,
		teamIds,
		targets: values.targets.flatMap((target, index): ClockTarget[] => {
			const priority = PRIORITIES[index];
			if (priority === undefined || target.amount === "") return [];
			return [{ priority, ...target, amount: Number(target.amount) }];
		}),
		pausedBy: pausesOf(measure, values.pausedBy),
		onReopen,
		thresholds: values.thresholds
			.map(({ percent, actions }) => ({ percent: Number(percent), actions: actions.map(readAction) }))
			.sort((one, other) => one.percent - other.percent),
		...supplierOf(values),
	};
	const supplied = judgeSupplier(values.party, policy);
	if (!supplied.ok) return supplied;
	const judged = judgePolicy(measure, policy, calendars);
	return judged.ok ? ok(policy) : judged;
}

function supplierOf({ party, supplier }: PolicyValues): Pick<ClockPolicy, "supplier"> {
	return party === "uc" && supplier.trim() !== "" ? { supplier: supplier.trim() } : {};
}

function pausesOf(measure: Measure, pausedBy: readonly number[]): readonly number[] {
	return measure === "response" ? [] : [...pausedBy].sort((one, other) => one - other);
}

/** The key of an action in a list of choices. */
export function actionKey(action: ThresholdAction): string {
	if (action.kind === "notify") return `notify:${action.to}`;
	return action.kind === "reassign" ? `reassign:${action.teamId}` : "raise";
}

function readAction(key: string): ThresholdAction {
	const [kind, ...rest] = key.split(":");
	const about = rest.join(":");
	if (kind === "notify") return { kind, to: about === "team" ? "team" : "assignee" };
	return kind === "reassign" ? { kind, teamId: about } : { kind: "raise" };
}
