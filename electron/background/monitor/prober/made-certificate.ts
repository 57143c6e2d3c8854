import { generateKeyPairSync, sign } from "node:crypto";

/** For tests: a self-signed certificate for `localhost`, made here so that no key lies in the repository. */
export function makeCertificate(
	validFrom: Date,
	validTo: Date,
): { readonly cert: string; readonly key: string } {
	const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
	const ecdsaWithSha256 = seq(oid([0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]));
	const commonName = seq(set(seq(oid([0x55, 0x04, 0x03]), der(0x0c, Buffer.from("localhost")))));
	const alternativeNames = seq(der(0x82, Buffer.from("localhost")));
	const extensions = seq(seq(oid([0x55, 0x1d, 0x11]), der(0x04, alternativeNames)));
	const toBeSigned = seq(
		der(0xa0, der(0x02, Buffer.from([2]))),
		der(0x02, Buffer.from([1])),
		ecdsaWithSha256,
		commonName,
		seq(time(validFrom), time(validTo)),
		commonName,
		publicKey.export({ type: "spki", format: "der" }),
		der(0xa3, extensions),
	);
	const signature = sign("sha256", toBeSigned, privateKey);
	const whole = seq(toBeSigned, ecdsaWithSha256, der(0x03, Buffer.concat([Buffer.from([0]), signature])));
	const lines = whole.toString("base64").match(/.{1,64}/g) ?? [];
	return {
		cert: `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`,
		key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
	};
}

/** One value of ASN.1's distinguished encoding (X.690). */
function der(tag: number, content: Buffer): Buffer {
	const { length } = content;
	const head =
		length < 0x80
			? [tag, length]
			: length < 0x100
				? [tag, 0x81, length]
				: [tag, 0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from(head), content]);
}

function seq(...parts: readonly Buffer[]): Buffer {
	return der(0x30, Buffer.concat(parts));
}

function set(part: Buffer): Buffer {
	return der(0x31, part);
}

function oid(bytes: readonly number[]): Buffer {
	return der(0x06, Buffer.from(bytes));
}

function time(date: Date): Buffer {
	return der(0x18, Buffer.from(`${date.toISOString().replace(/[-:T]/g, "").slice(0, 14)}Z`));
}
