const rules = new Intl.PluralRules("en");
const numbers = new Intl.NumberFormat("en");

/** `1 ticket`, `1,204 tickets`: the number written out with the form of the word that fits it. */
export function plural(count: number, one: string, other: string): string {
	return `${numbers.format(count)} ${rules.select(count) === "one" ? one : other}`;
}

export function formatNumber(value: number): string {
	return numbers.format(value);
}
