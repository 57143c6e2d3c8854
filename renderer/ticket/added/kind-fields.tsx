import { findField } from "../../../shared/ticket/lifecycle.ts";
import { isNeeded } from "../../../shared/ticket/opening-needs.ts";
import { fieldValue, type TicketFieldName, type TicketPatch } from "../../../shared/ticket/ticket.ts";
import { AskedField } from "../asked-field.tsx";
import { DeclaredInput } from "../declared/declared-input.tsx";
import { offeredFor } from "../declared/offered-tickets.ts";
import type { PartProps } from "./what-fields.tsx";

interface Props extends PartProps {
	readonly fields: readonly TicketFieldName[];
	/** What the form has so far. */
	readonly values: TicketPatch;
}

/** The fields of the kind's own, and whatever else its first state asks for. */
export function KindFields({ ticket, requirements, errors, change, fields, values }: Props) {
	return fields.map((field) => {
		const declared = findField(ticket.kind, field);
		if (!declared)
			return (
				<AskedField
					key={field}
					field={field}
					ticket={ticket}
					values={values}
					error={errors[field]}
					onChange={change}
				/>
			);
		return (
			<DeclaredInput
				key={field}
				field={declared}
				value={fieldValue(ticket, field) ?? null}
				error={errors[field]}
				isRequired={isNeeded(requirements, field)}
				isOffered={offeredFor(ticket, field)}
				onChange={(value) => change({ [field]: value })}
			/>
		);
	});
}
