import { useMemo } from "react";
import { useTopic } from "../data/index.ts";
import { ticketText } from "../text/en/ticket.ts";

export interface Option {
	readonly value: string;
	readonly label: string;
}
interface OptionGroup {
	readonly group: string;
	readonly items: Option[];
}

export interface StaffChoices {
	readonly teams: Option[];
	/** Members of the given team first. */
	readonly assignees: OptionGroup[];
	readonly services: Option[];
	readonly cis: Option[];
	readonly nameOf: (id: string | null) => string | null;
}

/** Who and what a ticket can be given to or be about. */
export function useStaffChoices(teamId: string | null): StaffChoices {
	const staff = useTopic("staff", null);
	return useMemo(() => {
		const teams = (staff?.teams ?? []).map(({ id, name }) => ({ value: id, label: name }));
		const people = staff?.people ?? [];
		const toOption = ({ id, name }: { readonly id: string; readonly name: string }) => ({
			value: id,
			label: name,
		});
		const isMember = (person: (typeof people)[number]) => teamId !== null && person.teamIds.includes(teamId);
		const members = people.filter(isMember).map(toOption);
		const others = people.filter((person) => !isMember(person)).map(toOption);
		const names = new Map(
			[...(staff?.teams ?? []), ...people, ...(staff?.cis ?? [])].map(({ id, name }) => [id, name]),
		);
		return {
			teams,
			assignees: [
				{ group: ticketText.pick.teamMembers, items: members },
				{ group: ticketText.pick.others, items: others },
			].filter(({ items }) => items.length > 0),
			services: (staff?.cis ?? []).filter((ci) => ci.class === "service").map(toOption),
			cis: (staff?.cis ?? []).map(toOption),
			nameOf: (id) => (id === null ? null : (names.get(id) ?? null)),
		};
	}, [staff, teamId]);
}
