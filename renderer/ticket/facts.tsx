import { Select, type SelectProps, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { Level } from "../../shared/ticket/priority.ts";
import type { Ticket, TicketFieldName, TicketPatch } from "../../shared/ticket/ticket.ts";
import { PriorityMark, TimeAgo } from "../marks/index.ts";
import { ticketText } from "../text/en/ticket.ts";
import { formatShort } from "../text/time.ts";
import type { TicketView } from "../worker/protocol.ts";
import classes from "./facts.module.css";
import { PersonSelect } from "./person-select.tsx";
import { useFieldEdit } from "./use-field-edit.ts";
import { useStaffChoices } from "./use-staff-choices.ts";

interface Props {
	readonly view: TicketView;
	readonly canEdit: boolean;
	/** Only what decides who does what when. */
	readonly isShort?: boolean;
}

/** What is known about a ticket; what may be changed is changed in place. */
export function Facts({ view, canEdit, isShort = false }: Props) {
	const { ticket } = view;
	const { errors, save } = useFieldEdit(view);
	const fieldProps = { ticket, canEdit, errors, save };
	return (
		<div className={classes.facts}>
			<Fact label={ticketText.fields.priority}>
				<PriorityMark priority={ticket.priority} />
			</Fact>
			<LevelFact {...fieldProps} field="impact" />
			<LevelFact {...fieldProps} field="urgency" />
			<Routing {...fieldProps} />
			<Fact label={ticketText.fields.callerId} error={errors.callerId}>
				<PersonSelect
					ariaLabel={ticketText.fields.callerId}
					value={
						ticket.callerId === null
							? null
							: { id: ticket.callerId, name: view.names[ticket.callerId] ?? ticket.callerId }
					}
					onChange={(person) => save("callerId", { callerId: person?.id ?? null })}
					isDisabled={!canEdit}
				/>
			</Fact>
			{ticket.holdReason === null ? null : (
				<Fact label={ticketText.fields.holdReason}>
					{ticketText.holdReason(ticket.holdReason)}
					{ticket.followUpAt === null ? null : (
						<span className={classes.dim}> · {formatShort(ticket.followUpAt)}</span>
					)}
				</Fact>
			)}
			{ticket.closeCode === null ? null : <Fact label={ticketText.fields.closeCode}>{ticket.closeCode}</Fact>}
			{ticket.closeNotes === null ? null : (
				<Fact label={ticketText.fields.closeNotes}>
					<span className={classes.wrap}>{ticket.closeNotes}</span>
				</Fact>
			)}
			{isShort ? null : <MoreFacts view={view} {...fieldProps} />}
		</div>
	);
}

type Errors = Readonly<Partial<Record<TicketFieldName, string>>>;

interface FieldProps {
	readonly ticket: Ticket;
	readonly canEdit: boolean;
	readonly errors: Errors;
	readonly save: (field: TicketFieldName, set: TicketPatch) => void;
}

const LEVELS: readonly Level[] = [1, 2, 3];
const LEVEL_CHOICES = LEVELS.map((level) => ({ value: String(level), label: ticketText.level(level) }));

function LevelFact(props: FieldProps & { readonly field: "impact" | "urgency" }) {
	const { ticket, field, canEdit, errors, save } = props;
	const label = ticketText.fields[field];
	return (
		<Fact label={label} error={errors[field]}>
			<Select
				aria-label={label}
				data={LEVEL_CHOICES}
				value={String(ticket[field])}
				onChange={(value) => {
					const level = LEVELS.find((candidate) => String(candidate) === value);
					if (level && level !== ticket[field]) save(field, { [field]: level });
				}}
				allowDeselect={false}
				disabled={!canEdit}
				comboboxProps={{ shadow: "md" }}
			/>
		</Fact>
	);
}

/** Team and assignee: they belong together. */
function Routing({ ticket, canEdit, errors, save }: FieldProps) {
	const choices = useStaffChoices(ticket.teamId);
	return (
		<>
			<Fact label={ticketText.fields.teamId} error={errors.teamId}>
				<Picker
					label={ticketText.fields.teamId}
					data={choices.teams}
					value={ticket.teamId}
					placeholder={ticketText.noTeam}
					canEdit={canEdit}
					onChange={(teamId) => save("teamId", { teamId })}
				/>
			</Fact>
			<Fact label={ticketText.fields.assigneeId} error={errors.assigneeId}>
				<Picker
					label={ticketText.fields.assigneeId}
					data={choices.assignees}
					value={ticket.assigneeId}
					placeholder={ticketText.nobody}
					canEdit={canEdit}
					onChange={(assigneeId) => save("assigneeId", { assigneeId })}
				/>
			</Fact>
		</>
	);
}

function MoreFacts({ view, ticket, canEdit, errors, save }: FieldProps & { readonly view: TicketView }) {
	const choices = useStaffChoices(ticket.teamId);
	return (
		<>
			<Fact label={ticketText.fields.serviceId} error={errors.serviceId}>
				<Picker
					label={ticketText.fields.serviceId}
					data={choices.services}
					value={ticket.serviceId}
					placeholder={ticketText.none}
					canEdit={canEdit}
					onChange={(serviceId) => save("serviceId", { serviceId })}
				/>
			</Fact>
			<Fact label={ticketText.fields.ciId} error={errors.ciId}>
				<Picker
					label={ticketText.fields.ciId}
					data={choices.cis}
					value={ticket.ciId}
					placeholder={ticketText.none}
					canEdit={canEdit}
					onChange={(ciId) => save("ciId", { ciId })}
				/>
			</Fact>
			<TextFact ticket={ticket} field="category" canEdit={canEdit} errors={errors} save={save} />
			<TextFact ticket={ticket} field="subcategory" canEdit={canEdit} errors={errors} save={save} />
			<Times view={view} />
		</>
	);
}

function Times({ view: { ticket, names } }: { readonly view: TicketView }) {
	const times = [
		["openedAt", ticket.openedAt],
		["updatedAt", ticket.updatedAt],
		["resolvedAt", ticket.resolvedAt],
		["closedAt", ticket.closedAt],
	] as const;
	return (
		<>
			{ticket.openedById === null || ticket.openedById === ticket.callerId ? null : (
				<Fact label={ticketText.fields.openedById}>{names[ticket.openedById] ?? ticket.openedById}</Fact>
			)}
			{times.map(([field, at]) =>
				at === null ? null : (
					<Fact key={field} label={ticketText.fields[field]}>
						<TimeAgo at={at} />
					</Fact>
				),
			)}
			{ticket.contactType === null ? null : (
				<Fact label={ticketText.fields.contactType}>{ticket.contactType}</Fact>
			)}
			{ticket.sourceState === null ? null : (
				<Fact label={ticketText.fields.sourceState}>{ticket.sourceState}</Fact>
			)}
			{ticket.reopenCount === 0 ? null : (
				<Fact label={ticketText.fields.reopenCount}>{ticket.reopenCount}</Fact>
			)}
		</>
	);
}

function TextFact(props: FieldProps & { readonly field: "category" | "subcategory" }) {
	const { ticket, field, canEdit, errors, save } = props;
	const value = ticket[field] ?? "";

	function handleDone(text: string): void {
		if (text.trim() !== value) save(field, { [field]: text.trim() === "" ? null : text.trim() });
	}
	return (
		<Fact label={ticketText.fields[field]} error={errors[field]}>
			<TextInput
				key={value}
				aria-label={ticketText.fields[field]}
				defaultValue={value}
				placeholder={ticketText.none}
				disabled={!canEdit}
				onBlur={(event) => handleDone(event.currentTarget.value)}
				onKeyDown={(event) => {
					if (event.key === "Enter") event.currentTarget.blur();
				}}
			/>
		</Fact>
	);
}

interface PickerProps {
	readonly label: string;
	readonly data: NonNullable<SelectProps<string>["data"]>;
	readonly value: string | null;
	readonly placeholder: string;
	readonly canEdit: boolean;
	readonly onChange: (value: string | null) => void;
}

/** As many as a person can look through; typing finds the others. */
const SHOWN = 60;

function Picker({ label, data, value, placeholder, canEdit, onChange }: PickerProps) {
	return (
		<Select
			aria-label={label}
			data={data}
			value={value}
			placeholder={placeholder}
			onChange={(chosen) => {
				if (chosen !== value) onChange(chosen);
			}}
			searchable
			clearable={value !== null && canEdit}
			clearButtonProps={{ "aria-label": `${ticketText.pick.clear} ${label.toLowerCase()}` }}
			limit={SHOWN}
			nothingFoundMessage={ticketText.pick.nothingFound}
			disabled={!canEdit}
			comboboxProps={{ shadow: "md" }}
			maxDropdownHeight={260}
		/>
	);
}

interface FactProps {
	readonly label: string;
	readonly error?: string | undefined;
	readonly children: ReactNode;
}

function Fact({ label, error, children }: FactProps) {
	return (
		<div className={classes.fact}>
			<span className={classes.label}>{label}</span>
			<div className={classes.value}>
				{children}
				{error === undefined ? null : (
					<p className={classes.error} role="alert">
						{error}
					</p>
				)}
			</div>
		</div>
	);
}
