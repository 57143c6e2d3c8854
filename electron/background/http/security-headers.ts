/** Mantine writes style elements and attributes; nothing else may be inline, and nothing comes from elsewhere. */
const CONTENT_SECURITY_POLICY = [
	"default-src 'self'",
	"script-src 'self'",
	"style-src 'self' 'unsafe-inline'",
	"img-src 'self' data: blob:",
	"font-src 'self'",
	"connect-src 'self'",
	"worker-src 'self'",
	"manifest-src 'self'",
	"object-src 'none'",
	"base-uri 'none'",
	"form-action 'self'",
	"frame-ancestors 'none'",
].join("; ");

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
