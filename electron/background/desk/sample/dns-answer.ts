import { SAMPLE_ADDRESS, SAMPLE_DOMAIN } from "./sample-checks.ts";

const HEADER_BYTES = 12;
const TTL_SECONDS = 30;
/** Response, recursion available (RFC 1035, 4.1.1). */
const FLAGS_ANSWER = 0x8180;
const NAME_ERROR = 3;

/** Answers one DNS query: the sample's one name has one address, and there is no other. `null` for what is no query. */
export function answerDns(query: Buffer): Buffer | null {
	const question = readQuestion(query);
	if (!question) return null;
	const isKnown = question.name.toLowerCase() === SAMPLE_DOMAIN;
	const hasAddress = isKnown && question.type === 1;
	const header = Buffer.alloc(HEADER_BYTES);
	query.copy(header, 0, 0, 2);
	header.writeUInt16BE(FLAGS_ANSWER | (isKnown ? 0 : NAME_ERROR), 2);
	header.writeUInt16BE(1, 4);
	header.writeUInt16BE(hasAddress ? 1 : 0, 6);
	const asked = query.subarray(HEADER_BYTES, question.end);
	return Buffer.concat(hasAddress ? [header, asked, addressRecord()] : [header, asked]);
}

function addressRecord(): Buffer {
	const record = Buffer.alloc(16);
	record.writeUInt16BE(0xc000 | HEADER_BYTES, 0); // the name, as in the question
	record.writeUInt16BE(1, 2); // A
	record.writeUInt16BE(1, 4); // IN
	record.writeUInt32BE(TTL_SECONDS, 6);
	record.writeUInt16BE(4, 10);
	for (const [index, part] of SAMPLE_ADDRESS.split(".").entries()) record[12 + index] = Number(part);
	return record;
}

function readQuestion(
	query: Buffer,
): { readonly name: string; readonly type: number; readonly end: number } | null {
	const labels: string[] = [];
	let at = HEADER_BYTES;
	for (let length = query[at]; length !== 0; length = query[at]) {
		if (length === undefined || length > 63) return null;
		labels.push(query.toString("latin1", at + 1, at + 1 + length));
		at += length + 1;
	}
	const end = at + 5;
	return query.length >= end ? { name: labels.join("."), type: query.readUInt16BE(at + 1), end } : null;
}
