/**
 * For a test that kills it: puts one record after the other and prints the text of each that was
 * answered, until it is stopped. Its arguments are the journal's folder and its key.
 */
import { makeId, readKey } from "../store/crypto.ts";
import { Journal } from "./journal.ts";

const [folder = "", keyText = ""] = process.argv.slice(2);
const key = readKey(keyText);
if (!key) throw new Error("the key is no key");
const journal = new Journal({ folder, key, deskName: "embedded" });

for (let count = 0; count < 100_000; count += 1) {
	const text = `edit ${count} `.padEnd(3_000, "x");
	const written = await journal.write({ personId: "p1", put: [{ id: makeId(), text }], drop: [] });
	if (!written.ok) throw new Error(written.error.message);
	process.stdout.write(`${count}\n`);
}
