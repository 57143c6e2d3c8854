import { Select, TextInput } from "@mantine/core";
import type { TicketKind } from "../../shared/ticket/kinds.ts";
import { addedKinds } from "../../shared/ticket/known-lifecycles.ts";
import { lifecycleOf } from "../../shared/ticket/lifecycle.ts";
import type { Level } from "../../shared/ticket/priority.ts";
import { parentKindsOf } from "../../shared/ticket/relations.ts";
import type { Ticket, TicketFieldName, TicketPatch } from "../../shared/ticket/ticket.ts";
import { DraftNote, useDraft } from "../drafts/index.ts";
import { TimeAgo } from "../marks/index.ts";
import { incidentText } from "../text/en/incident.ts";
import { ticketText } from "../text/en/ticket.ts";
import type { TicketView } from "../worker/topics/ticket-protocol.ts";
import { CiFact, SuggestedFact } from "./ci-facts.tsx";
import { DeclaredFacts } from "./declared/declared-facts.tsx";
import { offeredFor } from "./declared/offered-tickets.ts";
import { TicketFact } from "./declared/ticket-fact.tsx";
import { Fact, Picker } from "./fact.tsx";
import classes from "./facts.module.css";
import { FollowUp } from "./incident/follow-up.tsx";
import { PriorityFact } from "./incident/priority-fact.tsx";
import { Reopened } from "./incident/reopened.tsx";
import { PersonSelect } from "./person-select.tsx";
import { ProblemFact } from "./problem-fact.tsx";
import quiet from "./quiet-field.module.css";
import { QuietField } from "./quiet-field.tsx";
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
				<PriorityFact view={view} canEdit={canEdit} />
			</Fact>
			<LevelFact {...fieldProps} field="impact" />
			<SuggestedFact view={view} canEdit={canEdit} />
			<LevelFact {...fieldProps} field="urgency" />
			<Routing view={view} {...fieldProps} />
			<Fact label={ticketText.fields.callerId} error={errors.callerId}>
				<CallerFact view={view} canEdit={canEdit} save={save} />
			</Fact>
			{ticket.holdReason === null ? null : (
				<Fact label={ticketText.fields.holdReason}>{ticketText.holdReason(ticket.holdReason)}</Fact>
			)}
			{ticket.followUpAt === null ? null : (
				<Fact label={ticketText.fields.followUpAt} error={errors.followUpAt}>
					<FollowUp
						at={ticket.followUpAt}
						canEdit={canEdit}
						onChange={(followUpAt) => save("followUpAt", { followUpAt })}
					/>
				</Fact>
			)}
			{ticket.closeCode === null ? null : (
				<Fact label={ticketText.fields.closeCode}>{closeCodeLabel(ticket.kind, ticket.closeCode)}</Fact>
			)}
			{ticket.closeNotes === null ? null : (
				<Fact label={ticketText.fields.closeNotes}>
					<span className={classes.wrap}>{ticket.closeNotes}</span>
				</Fact>
			)}
			<DeclaredFacts ticket={ticket} canEdit={canEdit} isShort={isShort} errors={errors} save={save} />
			{isShort ? null : <MoreFacts view={view} {...fieldProps} />}
		</div>
	);
}

function closeCodeLabel(kind: TicketKind, code: string): string {
	return lifecycleOf(kind).closeCodes?.find(({ value }) => value === code)?.label ?? code;
}

function CallerFact({ view, canEdit, save }: Pick<FieldProps, "canEdit" | "save"> & Pick<Props, "view">) {
	const { callerId } = view.ticket;
	const caller = callerId === null ? null : { id: callerId, name: view.names[callerId] ?? callerId };
	return (
		<QuietField
			label={ticketText.fields.callerId}
			value={caller?.name ?? null}
			placeholder={ticketText.none}
			isDisabled={!canEdit}
		>
			{(entering) => (
				<PersonSelect
					ariaLabel={ticketText.fields.callerId}
					value={caller}
					onChange={(person) => {
						if (person !== null && person.id !== callerId) save("callerId", { callerId: person.id });
					}}
					entering={entering}
				/>
			)}
		</QuietField>
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
			<QuietField
				label={label}
				value={ticketText.level(ticket[field])}
				placeholder={ticketText.none}
				isDisabled={!canEdit}
			>
				{(entering) => (
					<Select
						{...entering}
						aria-label={label}
						data={LEVEL_CHOICES}
						value={String(ticket[field])}
						onChange={(value) => {
							const level = LEVELS.find((candidate) => String(candidate) === value);
							if (level && level !== ticket[field]) save(field, { [field]: level });
						}}
						allowDeselect={false}
						comboboxProps={{ shadow: "md" }}
					/>
				)}
			</QuietField>
		</Fact>
	);
}

/** Names come with the ticket: the whole staff need not be there to show it. */
function makeNameOf({ names }: TicketView): (id: string | null) => string | null {
	return (id) => (id === null ? null : (names[id] ?? id));
}

/** Team and assignee: they belong together. */
function Routing({ view, ticket, canEdit, errors, save }: FieldProps & { readonly view: TicketView }) {
	const choices = useStaffChoices(ticket.teamId);
	const nameOf = makeNameOf(view);
	return (
		<>
			<Fact label={ticketText.fields.teamId} error={errors.teamId}>
				<Picker
					label={ticketText.fields.teamId}
					data={choices.teams}
					value={ticket.teamId}
					name={nameOf(ticket.teamId)}
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
					name={nameOf(ticket.assigneeId)}
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
	const nameOf = makeNameOf(view);
	return (
		<>
			<Fact label={ticketText.fields.serviceId} error={errors.serviceId}>
				<Picker
					label={ticketText.fields.serviceId}
					data={choices.services}
					value={ticket.serviceId}
					name={nameOf(ticket.serviceId)}
					placeholder={ticketText.none}
					canEdit={canEdit}
					onChange={(serviceId) => save("serviceId", { serviceId })}
				/>
			</Fact>
			<Fact label={ticketText.fields.ciId} error={errors.ciId}>
				<CiFact ticket={ticket} name={nameOf(ticket.ciId)} canEdit={canEdit} save={save} />
			</Fact>
			<ProblemFact ticket={ticket} canEdit={canEdit} errors={errors} save={save} />
			<TextFact ticket={ticket} field="category" canEdit={canEdit} errors={errors} save={save} />
			<TextFact ticket={ticket} field="subcategory" canEdit={canEdit} errors={errors} save={save} />
			<ParentFact ticket={ticket} canEdit={canEdit} errors={errors} save={save} />
			<Times view={view} />
		</>
	);
}

/** Items, tasks and approvals are made as pieces of what they are for, and stay so. */
function ParentFact({ ticket, canEdit, errors, save }: FieldProps) {
	const isIncident = ticket.kind === "incident";
	const mayHaveOne = addedKinds().includes(ticket.kind) && parentKindsOf(ticket.kind).length > 0;
	if (!isIncident && !mayHaveOne) return null;
	const label = isIncident ? incidentText.children.parent : ticketText.fields.parentId;
	return (
		<Fact label={label} error={errors.parentId}>
			<TicketFact
				label={label}
				value={ticket.parentId}
				canEdit={canEdit}
				isOffered={offeredFor(ticket, "parentId")}
				onChange={(parentId) => save("parentId", { parentId })}
			/>
		</Fact>
	);
}

function Times({ view: { ticket, names, history } }: { readonly view: TicketView }) {
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
				<Fact label={ticketText.fields.reopenCount}>
					<Reopened history={history} names={names} count={ticket.reopenCount} />
				</Fact>
			)}
		</>
	);
}

function TextFact(props: FieldProps & { readonly field: "category" | "subcategory" }) {
	const { ticket, field, canEdit, errors, save } = props;
	const value = ticket[field] ?? "";
	const draft = useDraft(`ticket:${ticket.id}:${field}`, value);

	function handleDone(): void {
		const text = draft.text.trim();
		if (text !== value) save(field, { [field]: text === "" ? null : text });
		draft.clear();
	}
	return (
		<Fact label={ticketText.fields[field]} error={errors[field]}>
			<TextInput
				classNames={{ root: quiet.wrapper, input: quiet.input }}
				aria-label={ticketText.fields[field]}
				value={draft.text}
				placeholder={ticketText.none}
				disabled={!canEdit}
				onChange={(event) => draft.setText(event.currentTarget.value)}
				onBlur={handleDone}
				onKeyDown={(event) => {
					if (event.key === "Enter") event.currentTarget.blur();
				}}
			/>
			<DraftNote draft={draft} />
		</Fact>
	);
}
