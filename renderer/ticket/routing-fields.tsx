import { Select } from "@mantine/core";
import type { Ticket } from "../../shared/ticket/ticket.ts";
import { CiSelect } from "../ci-select/index.ts";
import { ticketText } from "../text/en/ticket.ts";
import { useCiChoice } from "./use-ci-choice.ts";
import { useStaffChoices } from "./use-staff-choices.ts";

type Routing = Pick<Ticket, "teamId" | "assigneeId" | "serviceId" | "ciId">;

interface Props {
	readonly values: Routing;
	/** By the name of the field. */
	readonly errors: Readonly<Partial<Record<keyof Routing, string>>>;
	readonly change: (part: Partial<Routing>) => void;
	/** Something else says which configuration item it is. */
	readonly isCiFixed?: boolean;
	/** Which must be filled; none without it. */
	readonly isRequired?: (field: keyof Routing) => boolean;
}

/** Who does it, and what it is about: in the form of a new ticket of any kind. */
export function RoutingFields({ values, errors, change, isCiFixed = false, isRequired }: Props) {
	const staff = useStaffChoices(values.teamId);
	const ci = useCiChoice(values.ciId);
	const propsOf = (field: keyof Routing) => ({
		label: ticketText.fields[field],
		value: values[field],
		error: errors[field],
		withAsterisk: isRequired?.(field) ?? false,
		onChange: (value: string | null) => change({ [field]: value }),
		searchable: true,
		clearable: true,
		limit: 60,
		nothingFoundMessage: ticketText.pick.nothingFound,
	});
	return (
		<>
			<Select {...propsOf("teamId")} data={staff.teams} />
			<Select {...propsOf("assigneeId")} data={staff.assignees} />
			<Select {...propsOf("serviceId")} data={staff.services} />
			<CiSelect
				label={ticketText.fields.ciId}
				value={ci}
				error={errors.ciId}
				onChange={(chosen) => change({ ciId: chosen?.id ?? null })}
				clearable
				disabled={isCiFixed}
			/>
		</>
	);
}
