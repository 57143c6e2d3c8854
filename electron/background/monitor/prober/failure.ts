/** Why a probe did not get an answer: one short sentence and a code. */
export interface ProbeFailure {
	readonly summary: string;
	readonly errorCode: string;
}

/** A failure the prober itself finds; everything else comes from Node with a `code`. */
export class ProbeError extends Error {
	readonly code: string;

	constructor(code: string, message: string) {
		super(message);
		this.code = code;
	}
}

/** Node's, OpenSSL's and c-ares' codes as people say them. */
const SUMMARIES: Readonly<Record<string, string>> = {
	ECONNREFUSED: "connection refused",
	ECONNRESET: "connection reset",
	EPIPE: "connection closed while sending",
	ETIMEDOUT: "the network timed out",
	EHOSTUNREACH: "host unreachable",
	EHOSTDOWN: "host down",
	ENETUNREACH: "network unreachable",
	ENETDOWN: "network down",
	EADDRNOTAVAIL: "no local address to connect from",
	EMFILE: "too many open files on this machine",
	ENFILE: "too many open files on this machine",
	EACCES: "not permitted on this machine",
	ENOTFOUND: "name not found",
	ENODATA: "the name has no such record",
	ESERVFAIL: "the name server failed",
	EREFUSED: "the name server refused to answer",
	EFORMERR: "the name server did not understand",
	ENOTIMP: "the name server can't answer this",
	EBADRESP: "the name server's answer makes no sense",
	EBADNAME: "not a valid name",
	ETIMEOUT: "the name server did not answer",
	CERT_HAS_EXPIRED: "certificate expired",
	CERT_NOT_YET_VALID: "certificate not yet valid",
	CERT_REVOKED: "certificate revoked",
	DEPTH_ZERO_SELF_SIGNED_CERT: "certificate is self-signed",
	SELF_SIGNED_CERT_IN_CHAIN: "certificate chain is self-signed",
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: "certificate can't be verified",
	UNABLE_TO_GET_ISSUER_CERT: "certificate's issuer is not known",
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "certificate's issuer is not known",
	ERR_TLS_CERT_ALTNAME_INVALID: "certificate is for another name",
	ERR_SSL_WRONG_VERSION_NUMBER: "the server does not speak TLS",
	EPROTO: "TLS handshake failed",
};

/** Names any error; never throws and never shows a stack. */
export function describeFailure(error: unknown): ProbeFailure {
	const inner = error instanceof AggregateError ? (error.errors[0] ?? error) : error;
	if (!(inner instanceof Error)) return { summary: String(inner), errorCode: "UNKNOWN" };
	const code = codeOf(inner);
	if (inner instanceof ProbeError) return { summary: inner.message, errorCode: code };
	return { summary: SUMMARIES[code] ?? summarize(code, inner.message), errorCode: code };
}

function codeOf(error: Error): string {
	return "code" in error && typeof error.code === "string" ? error.code : "UNKNOWN";
}

function summarize(code: string, message: string): string {
	if (code.startsWith("HPE_")) return "the answer is not HTTP";
	if (code.startsWith("ERR_SSL_")) return "TLS handshake failed";
	return message.split("\n")[0]?.slice(0, 200) || code;
}
