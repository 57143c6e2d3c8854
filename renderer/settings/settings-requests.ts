import { z } from "zod";
import { type SignInPolicy, signInPolicySchema } from "../../shared/api/accounts.ts";
import { type Rule, ruleListSchema, ruleSchema } from "../../shared/api/alerts.ts";
import {
	type Device,
	deviceCreatedSchema,
	deviceListSchema,
	type Health,
	healthSchema,
} from "../../shared/api/desk.ts";
import type { Result } from "../../shared/result.ts";
import { askDesk } from "../http/index.ts";

export function loadDevices(): Promise<Result<{ readonly devices: readonly Device[] }>> {
	return askDesk({ path: "/devices", answer: deviceListSchema });
}

export function createDevice(
	name: string,
): Promise<Result<{ readonly device: Device; readonly token: string }>> {
	return askDesk({ method: "POST", path: "/devices", body: { name }, answer: deviceCreatedSchema });
}

export function revokeDevice(deviceId: string): Promise<Result<unknown>> {
	return askDesk({ method: "DELETE", path: `/devices/${deviceId}`, answer: z.unknown() });
}

export function loadRules(): Promise<Result<{ readonly rules: readonly Rule[] }>> {
	return askDesk({ path: "/rules", answer: ruleListSchema });
}

export function changeRule(
	ruleId: string,
	patch: { readonly isEnabled?: boolean; readonly resolveAfterMs?: number },
): Promise<Result<Rule>> {
	return askDesk({ method: "PATCH", path: `/rules/${ruleId}`, body: patch, answer: ruleSchema });
}

export function loadHealth(): Promise<Result<Health>> {
	return askDesk({ path: "/health", answer: healthSchema });
}

export function loadSignInPolicy(): Promise<Result<SignInPolicy>> {
	return askDesk({ path: "/sign-in-policy", answer: signInPolicySchema });
}

export function changeSignInPolicy(policy: SignInPolicy): Promise<Result<SignInPolicy>> {
	return askDesk({ method: "PUT", path: "/sign-in-policy", body: policy, answer: signInPolicySchema });
}
