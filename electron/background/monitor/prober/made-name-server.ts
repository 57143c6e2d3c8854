import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";

const TYPES: Readonly<Record<number, string>> = { 1: "A", 5: "CNAME", 15: "MX", 16: "TXT", 28: "AAAA" };

/** What a name answers: records as data, a response code, or nothing at all. */
export type NameAnswer = { readonly [type: string]: readonly Buffer[] } | "nxdomain" | "servfail" | "silent";

/** For tests: a real, tiny DNS server on UDP (RFC 1035). */
export async function startNameServer(
	names: Readonly<Record<string, NameAnswer>>,
): Promise<{ readonly address: string; readonly socket: Socket }> {
	const socket = createSocket("udp4");
	socket.on("message", (question, from) => {
		const answer = answerQuestion(question, names);
		if (answer) socket.send(answer, from.port, from.address);
	});
	socket.bind(0, "127.0.0.1");
	await once(socket, "listening");
	return { address: `127.0.0.1:${socket.address().port}`, socket };
}

function answerQuestion(question: Buffer, names: Readonly<Record<string, NameAnswer>>): Buffer | null {
	const labels: string[] = [];
	let at = 12;
	for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
		labels.push(question.toString("ascii", at + 1, at + 1 + length));
		at += length + 1;
	}
	const type = question.readUInt16BE(at + 1);
	const end = at + 5;
	const answer = names[labels.join(".").toLowerCase()] ?? "nxdomain";
	if (answer === "silent") return null;
	const code = answer === "nxdomain" ? 3 : answer === "servfail" ? 2 : 0;
	const records = typeof answer === "string" ? [] : (answer[TYPES[type] ?? ""] ?? []);
	const header = Buffer.alloc(12);
	header.writeUInt16BE(question.readUInt16BE(0), 0);
	header.writeUInt16BE(0x8180 | code, 2);
	header.writeUInt16BE(1, 4);
	header.writeUInt16BE(records.length, 6);
	return Buffer.concat([
		header,
		question.subarray(12, end),
		...records.map((data) => makeRecord(type, data)),
	]);
}

/** The name is a pointer to the question's. */
function makeRecord(type: number, data: Buffer): Buffer {
	const head = Buffer.alloc(12);
	head.writeUInt16BE(0xc00c, 0);
	head.writeUInt16BE(type, 2);
	head.writeUInt16BE(1, 4);
	head.writeUInt32BE(60, 6);
	head.writeUInt16BE(data.length, 10);
	return Buffer.concat([head, data]);
}

export function encodeName(name: string): Buffer {
	const labels = name.split(".").map((label) => Buffer.from([label.length, ...Buffer.from(label)]));
	return Buffer.concat([...labels, Buffer.from([0])]);
}
