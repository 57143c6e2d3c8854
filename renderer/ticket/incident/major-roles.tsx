import { incidentText } from "../../text/en/incident.ts";
import type { TicketView } from "../../worker/topics/ticket-protocol.ts";
import { Fact, Picker } from "../fact.tsx";
import { useFieldEdit } from "../use-field-edit.ts";
import { useStaffChoices } from "../use-staff-choices.ts";
import classes from "./incident.module.css";

interface Props {
	readonly view: TicketView;
	readonly canEdit: boolean;
}

const ROLES = [
	["$communicationLeadId", incidentText.major.communications],
	["$technicalLeadId", incidentText.major.technical],
] as const;

/** Who speaks of it, and who leads the work. */
export function MajorRoles({ view, canEdit }: Props) {
	const { ticket } = view;
	const { errors, save } = useFieldEdit(view);
	const choices = useStaffChoices(ticket.teamId);
	return (
		<div className={classes.facts}>
			{ROLES.map(([field, label]) => {
				const value = ticket[field];
				const id = typeof value === "string" ? value : null;
				return (
					<Fact key={field} label={label} error={errors[field]}>
						<Picker
							label={label}
							data={choices.assignees}
							value={id}
							name={choices.nameOf(id)}
							placeholder={incidentText.major.nobody}
							canEdit={canEdit}
							onChange={(personId) => save(field, { [field]: personId })}
						/>
					</Fact>
				);
			})}
		</div>
	);
}
