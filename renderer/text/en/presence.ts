interface Somebody {
	readonly name: string;
	readonly doing: "looks" | "types";
}

export const presenceText = {
	/** Who types comes first: that is what another one must know. */
	here: (people: readonly Somebody[]) => {
		const typing = people.filter(({ doing }) => doing === "types");
		const looking = people.filter(({ doing }) => doing === "looks");
		return [say(typing, "typing"), say(looking, "here")].filter((part) => part !== "").join(", ");
	},
} as const;

function say(people: readonly Somebody[], what: string): string {
	const [first, second] = people;
	if (!first) return "";
	if (!second) return `${first.name} is ${what}`;
	if (people.length === 2) return `${first.name} and ${second.name} are ${what}`;
	return `${first.name} and ${people.length - 1} others are ${what}`;
}
