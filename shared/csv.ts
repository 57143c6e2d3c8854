export const BYTE_ORDER_MARK = "\uFEFF";
/** A cell that starts so would run as a formula when a spreadsheet opens the file, in full width too. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/** One record of RFC 4180 without its end. */
export function csvRecord(cells: readonly (string | number | null)[]): string {
	return cells.map(quote).join(",");
}

/** To the second, in UTC, as spreadsheets read it. */
export function csvMoment(at: number): string {
	return `${new Date(at).toISOString().slice(0, 19).replace("T", " ")}Z`;
}

function quote(value: string | number | null): string {
	if (value === null) return "";
	if (typeof value === "number") return String(value);
	const safe = FORMULA_START.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
