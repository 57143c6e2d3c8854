import { NumberInput, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { type ReactNode, useMemo } from "react";
import type { Calendar, CalendarRecord } from "../../shared/sla/calendar.ts";
import type { Definitions } from "../../shared/sla/policy.ts";
import { newestOf } from "../../shared/sla/versions.ts";
import { useAccess } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { DraftNote } from "../drafts/index.ts";
import { Card, EmptyState, Page } from "../page/index.ts";
import { draftsText } from "../text/en/drafts.ts";
import { serviceLevelsText } from "../text/en/service-levels.ts";
import { BackLink } from "./back-link.tsx";
import {
	type CalendarValues,
	calendarValuesOf,
	calendarValuesSchema,
	newCalendarValues,
	readCalendarValues,
} from "./calendar-values.ts";
import { SaveFields } from "./save-fields.tsx";
import { addCalendar, editCalendar } from "./service-level-requests.ts";
import classes from "./service-levels.module.css";
import { useVersionForm } from "./use-version-form.ts";
import { VersionList } from "./version-list.tsx";

const text = serviceLevelsText.calendar;
/** Monday first. */
const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;

interface Props {
	/** `null` is a new one. */
	readonly id: string | null;
	readonly definitions: Definitions;
	readonly tabs: ReactNode;
}

/** One calendar: its hours, and its versions beside them. */
export function CalendarPage({ id, definitions, tabs }: Props) {
	const zone = useTopic("session", null)?.zone;
	const record = definitions.calendars.find((candidate) => candidate.id === id) ?? null;
	const newest = newestOf(record?.versions ?? []);
	const title = newest?.name ?? text.newTitle;
	if (id !== null && !record)
		return (
			<Page title={serviceLevelsText.title} trail={<BackLink />} tabs={tabs}>
				<EmptyState title={serviceLevelsText.notFound} />
			</Page>
		);
	if (zone === undefined) return null;
	return (
		<Page title={title} trail={<BackLink />} tabs={tabs}>
			<div className={classes.columns}>
				<CalendarForm record={record} newest={newest} zone={zone} />
				{record && (
					<div className={classes.side}>
						<VersionList versions={record.versions} />
					</div>
				)}
			</div>
		</Page>
	);
}

interface FormProps {
	readonly record: CalendarRecord | null;
	readonly newest: Calendar | undefined;
	readonly zone: string;
}

function CalendarForm({ record, newest, zone }: FormProps) {
	const access = useAccess("sla.edit");
	const zones = useMemo(() => [...new Set(["UTC", zone, ...Intl.supportedValuesOf("timeZone")])], [zone]);
	const form = useVersionForm<CalendarValues, Calendar>({
		draftKey: `calendar:${record?.id ?? "new"}:form`,
		initial: newest ? calendarValuesOf(newest) : newCalendarValues(zone),
		schema: calendarValuesSchema,
		versions: record?.versions ?? [],
		read: readCalendarValues,
		save: (calendar, when) =>
			record ? editCalendar(record.id, { calendar, ...when }) : addCalendar(calendar),
	});
	const { values, change, errorOf } = form;
	const isDisabled = !access.isAllowed;
	const holidayError =
		values.holidays === "" ? null : findError(form.saving.refusal?.path, form.saving.refusal?.message);
	return (
		<form ref={form.element} className={classes.form} onSubmit={form.handleSubmit} noValidate>
			<DraftNote draft={form.draft} discardLabel={draftsText.startAfresh} />
			<Card title={text.basics}>
				<div className={classes.fields}>
					<TextInput
						size="sm"
						label={text.name}
						value={values.name}
						maxLength={200}
						disabled={isDisabled}
						error={errorOf("name")}
						onChange={(event) => change({ ...values, name: event.currentTarget.value })}
					/>
					<Select
						size="sm"
						label={text.zone}
						data={zones}
						value={values.zone}
						searchable
						limit={80}
						allowDeselect={false}
						disabled={isDisabled}
						error={errorOf("zone")}
						onChange={(next) => change({ ...values, zone: next ?? values.zone })}
					/>
					<NumberInput
						size="sm"
						label={text.day}
						description={text.dayHint}
						value={values.hoursPerDay}
						decimalScale={2}
						allowNegative={false}
						hideControls
						disabled={isDisabled}
						error={errorOf("minutesPerDay")}
						onChange={(hoursPerDay) => change({ ...values, hoursPerDay })}
					/>
				</div>
			</Card>
			<Card title={text.hours}>
				<Stack gap="xs">
					<Text c="dimmed">{text.hoursHint}</Text>
					{errorOf("weekdays") && (
						<p className={classes.error} role="alert">
							{errorOf("weekdays")}
						</p>
					)}
					{WEEK.map((day) => (
						<TextInput
							key={day}
							size="sm"
							classNames={{ root: classes.weekday }}
							label={text.weekdays[day]}
							placeholder={text.closed}
							value={values.hours[day] ?? ""}
							disabled={isDisabled}
							error={errorOf(`weekdays.${day}`)}
							onChange={(event) =>
								change({ ...values, hours: values.hours.with(day, event.currentTarget.value) })
							}
						/>
					))}
				</Stack>
			</Card>
			<Card title={text.holidays}>
				<Textarea
					size="sm"
					aria-label={text.holidays}
					description={text.holidaysHint}
					autosize
					minRows={3}
					maxRows={12}
					value={values.holidays}
					disabled={isDisabled}
					error={holidayError}
					onChange={(event) => change({ ...values, holidays: event.currentTarget.value })}
				/>
			</Card>
			<SaveFields access={access} {...form.saving} />
		</form>
	);
}

/** Holidays are one field, whichever of them is wrong. */
function findError(path: string | undefined, message: string | undefined): string | null {
	return path?.startsWith("holidays") ? (message ?? null) : null;
}
