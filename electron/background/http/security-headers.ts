import { CONTENT_SECURITY_POLICY } from "../../../shared/content-security-policy.ts";

/** What every answer carries. */
export function securityHeaders(isTls: boolean): Readonly<Record<string, string>> {
	return {
		"content-security-policy": CONTENT_SECURITY_POLICY,
		"x-content-type-options": "nosniff",
		"x-frame-options": "DENY",
		"referrer-policy": "no-referrer",
		"cross-origin-opener-policy": "same-origin",
		"cross-origin-resource-policy": "same-origin",
		"permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
		...(isTls ? { "strict-transport-security": "max-age=31536000" } : {}),
	};
}
