import { MultiSelect, TextInput } from "@mantine/core";
import type { ChangeSettingsRecord } from "../../shared/change/settings.ts";
import { ok } from "../../shared/result.ts";
import { changesText } from "../text/en/changes.ts";
import classes from "./change-settings.module.css";
import { CiSelect } from "./ci-select.tsx";
import { PartCard } from "./part-card.tsx";
import { Rows } from "./rows.tsx";
import { usePartForm } from "./use-part-form.ts";

const text = changesText.settings.maintenance;
const DAYS = [1, 2, 3, 4, 5, 6, 0].map((day) => ({ value: String(day), label: text.days[day] ?? "" }));

/** When the CIs that have a window may be changed. */
export function MaintenanceCard({ settings }: { readonly settings: ChangeSettingsRecord }) {
	const form = usePartForm(
		settings,
		({ maintenance }) => maintenance,
		(maintenance) => ok({ maintenance }),
	);
	return (
		<PartCard title={text.title} hint={text.hint} anchor="maintenance" form={form}>
			<Rows
				rows={form.values}
				onChange={form.change}
				make={() => ({
					id: crypto.randomUUID(),
					name: "",
					ciIds: [],
					weekdays: [6],
					fromMinute: 20 * 60,
					toMinute: 23 * 60,
				})}
				labelOf={({ name }) => name || text.one}
				none={text.none}
				addLabel={text.add}
				isDisabled={!form.access.isAllowed}
			>
				{(window, change) => (
					<div className={classes.fields}>
						<TextInput
							label={changesText.settings.name}
							withAsterisk
							value={window.name}
							onChange={(event) => change({ name: event.currentTarget.value })}
						/>
						<CiSelect value={window.ciIds} onChange={(ciIds) => change({ ciIds })} />
						<MultiSelect
							label={text.weekdays}
							data={DAYS}
							value={window.weekdays.map(String)}
							onChange={(days) => change({ weekdays: days.map(Number) })}
						/>
						<div className={classes.times}>
							{(["fromMinute", "toMinute"] as const).map((field) => (
								<TextInput
									key={field}
									type="time"
									label={field === "fromMinute" ? text.from : text.to}
									value={writeTime(window[field])}
									onChange={(event) => {
										const minute = readTime(event.currentTarget.value);
										if (minute !== null) change({ [field]: minute });
									}}
								/>
							))}
						</div>
					</div>
				)}
			</Rows>
		</PartCard>
	);
}

function writeTime(minute: number): string {
	const hour = Math.floor(minute / 60) % 24;
	return `${String(hour).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

function readTime(text: string): number | null {
	const [hour, minute] = text.split(":").map(Number);
	return hour === undefined || minute === undefined || Number.isNaN(hour + minute)
		? null
		: hour * 60 + minute;
}
