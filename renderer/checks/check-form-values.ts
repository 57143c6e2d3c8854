import { z } from "zod";
import { type Check, type CheckInput, type CheckTarget, checkInputSchema } from "../../shared/api/checks.ts";

const numberSchema = z.union([z.number(), z.string()]);

/** What the form holds: every field of every type, as typed; times in seconds as people say them. */
export const checkFormSchema = z.strictObject({
	name: z.string(),
	type: z.enum(["http", "tcp", "dns"]),
	url: z.string(),
	method: z.enum(["GET", "HEAD", "POST"]),
	expectStatus: z.string(),
	expectText: z.string(),
	host: z.string(),
	port: numberSchema,
	dnsName: z.string(),
	recordType: z.enum(["A", "AAAA", "CNAME", "MX", "NS", "TXT"]),
	server: z.string(),
	expectAnswer: z.string(),
	intervalSeconds: numberSchema,
	timeoutSeconds: numberSchema,
	retries: numberSchema,
	retrySeconds: numberSchema,
	degradedAboveMs: numberSchema,
	ciId: z.string().nullable(),
	serviceId: z.string().nullable(),
	teamId: z.string().nullable(),
	isPaused: z.boolean(),
});
export type CheckFormValues = Readonly<z.infer<typeof checkFormSchema>>;
export type CheckFormField = keyof CheckFormValues;
export type CheckFormErrors = Partial<Record<CheckFormField | "form", string>>;

export const NEW_CHECK: CheckFormValues = {
	name: "",
	type: "http",
	url: "https://",
	method: "GET",
	expectStatus: "200-399",
	expectText: "",
	host: "",
	port: "",
	dnsName: "",
	recordType: "A",
	server: "",
	expectAnswer: "",
	intervalSeconds: 30,
	timeoutSeconds: 5,
	retries: 2,
	retrySeconds: 5,
	degradedAboveMs: "",
	ciId: null,
	serviceId: null,
	teamId: null,
	isPaused: false,
};

/** The form of a check that is there. */
export function valuesOf(check: Check): CheckFormValues {
	return {
		...NEW_CHECK,
		...targetValuesOf(check.target),
		name: check.name,
		intervalSeconds: check.intervalMs / 1_000,
		timeoutSeconds: check.timeoutMs / 1_000,
		retries: check.retries,
		retrySeconds: check.retryIntervalMs / 1_000,
		degradedAboveMs: check.degradedAboveMs ?? "",
		ciId: check.ciId,
		serviceId: check.serviceId,
		teamId: check.teamId,
		isPaused: check.isPaused,
	};
}

function targetValuesOf(target: CheckTarget): Partial<CheckFormValues> {
	if (target.type === "http") return { ...target, expectText: target.expectText ?? "" };
	if (target.type === "tcp") return target;
	return {
		type: "dns",
		dnsName: target.name,
		recordType: target.recordType,
		server: target.server ?? "",
		expectAnswer: target.expectAnswer ?? "",
	};
}

/** The check a form means, judged by the desk's own schema; else what is wrong, field by field. */
export function readCheckForm(
	values: CheckFormValues,
	sayWhy: (field: CheckFormField | "form", message: string) => string,
): { readonly input: CheckInput } | { readonly errors: CheckFormErrors } {
	const parsed = checkInputSchema.safeParse({
		name: values.name,
		target: targetOf(values),
		intervalMs: milliseconds(values.intervalSeconds),
		timeoutMs: milliseconds(values.timeoutSeconds),
		retries: numberOf(values.retries),
		retryIntervalMs: milliseconds(values.retrySeconds),
		degradedAboveMs: values.degradedAboveMs === "" ? null : numberOf(values.degradedAboveMs),
		ciId: values.ciId,
		serviceId: values.serviceId,
		teamId: values.teamId,
		isPaused: values.isPaused,
	});
	if (parsed.success) return { input: parsed.data };
	const errors: CheckFormErrors = {};
	for (const issue of parsed.error.issues) {
		const field = fieldOfPath(issue.path.join("."), values.type);
		errors[field] ??= sayWhy(field, issue.message);
	}
	return { errors };
}

function targetOf(values: CheckFormValues): unknown {
	if (values.type === "http")
		return {
			type: "http",
			url: values.url.trim(),
			method: values.method,
			expectStatus: values.expectStatus.replaceAll(" ", ""),
			expectText: values.expectText === "" ? null : values.expectText,
		};
	if (values.type === "tcp") return { type: "tcp", host: values.host.trim(), port: numberOf(values.port) };
	return {
		type: "dns",
		name: values.dnsName.trim(),
		recordType: values.recordType,
		server: values.server.trim() === "" ? null : values.server.trim(),
		expectAnswer: values.expectAnswer.trim() === "" ? null : values.expectAnswer.trim(),
	};
}

const FIELD_OF_PATH: Readonly<Record<string, CheckFormField>> = {
	name: "name",
	"target.url": "url",
	"target.method": "method",
	"target.expectStatus": "expectStatus",
	"target.expectText": "expectText",
	"target.host": "host",
	"target.port": "port",
	"target.name": "dnsName",
	"target.recordType": "recordType",
	"target.server": "server",
	"target.expectAnswer": "expectAnswer",
	intervalMs: "intervalSeconds",
	timeoutMs: "timeoutSeconds",
	retries: "retries",
	retryIntervalMs: "retrySeconds",
	degradedAboveMs: "degradedAboveMs",
	ciId: "ciId",
	serviceId: "serviceId",
	teamId: "teamId",
};

/** Which field of the form a path of the API is about; the desk names paths in the same way. */
export function fieldOfPath(path: string, type: CheckTarget["type"]): CheckFormField | "form" {
	const field = FIELD_OF_PATH[path.replace(/^(body|check)\./, "")];
	if (field) return field;
	return path === "target" ? ({ http: "url", tcp: "host", dns: "dnsName" } as const)[type] : "form";
}

function milliseconds(seconds: number | string): number {
	return Math.round(numberOf(seconds) * 1_000);
}

/** `NaN` where nothing was typed, which every schema refuses. */
function numberOf(value: number | string): number {
	return typeof value === "number" ? value : value.trim() === "" ? Number.NaN : Number(value);
}
