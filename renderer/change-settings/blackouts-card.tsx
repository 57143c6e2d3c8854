import { TextInput } from "@mantine/core";
import type { ChangeSettingsRecord } from "../../shared/change/settings.ts";
import { ok } from "../../shared/result.ts";
import { deskClock } from "../now/index.ts";
import { changesText } from "../text/en/changes.ts";
import { fromLocalInput, toLocalInput } from "../text/time.ts";
import classes from "./change-settings.module.css";
import { CiSelect } from "./ci-select.tsx";
import { PartCard } from "./part-card.tsx";
import { Rows } from "./rows.tsx";
import { usePartForm } from "./use-part-form.ts";

const text = changesText.settings.blackouts;
const DAY_MS = 86_400_000;

/** When nothing may be changed. */
export function BlackoutsCard({ settings }: { readonly settings: ChangeSettingsRecord }) {
	const form = usePartForm(
		settings,
		({ blackouts }) => blackouts,
		(blackouts) => ok({ blackouts }),
	);
	return (
		<PartCard title={text.title} hint={text.hint} anchor="blackouts" form={form}>
			<Rows
				rows={form.values}
				onChange={form.change}
				make={() => {
					const startAt = Math.ceil(deskClock.now() / DAY_MS) * DAY_MS;
					return { id: crypto.randomUUID(), name: "", ciIds: [], startAt, endAt: startAt + DAY_MS };
				}}
				labelOf={({ name }) => name || text.one}
				none={text.none}
				addLabel={text.add}
				isDisabled={!form.access.isAllowed}
			>
				{(blackout, change) => (
					<div className={classes.fields}>
						<TextInput
							label={changesText.settings.name}
							withAsterisk
							value={blackout.name}
							onChange={(event) => change({ name: event.currentTarget.value })}
						/>
						<CiSelect
							value={blackout.ciIds}
							placeholder={changesText.settings.allCis}
							onChange={(ciIds) => change({ ciIds })}
						/>
						{(["startAt", "endAt"] as const).map((field) => (
							<TextInput
								key={field}
								type="datetime-local"
								label={field === "startAt" ? text.from : text.to}
								value={toLocalInput(blackout[field])}
								onChange={(event) => {
									const at = fromLocalInput(event.currentTarget.value);
									if (at !== null) change({ [field]: at });
								}}
							/>
						))}
					</div>
				)}
			</Rows>
		</PartCard>
	);
}
