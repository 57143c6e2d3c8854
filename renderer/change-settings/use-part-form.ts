import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { ChangeSettings, ChangeSettingsRecord } from "../../shared/change/settings.ts";
import type { Refusal, Result } from "../../shared/result.ts";
import { type Access, useAccess } from "../access/index.ts";
import { editChangeSettings } from "../change-requests/index.ts";
import { changesText } from "../text/en/changes.ts";

export interface PartForm<Values> {
	readonly values: Values;
	readonly change: (values: Values) => void;
	readonly access: Access;
	readonly refusal: Refusal | null;
	readonly isBusy: boolean;
	readonly save: () => void;
}

/** One part of the settings while it is edited: of the revision that it was begun from. */
export function usePartForm<Values>(
	settings: ChangeSettingsRecord,
	initial: (settings: ChangeSettings) => Values,
	read: (values: Values) => Result<Partial<ChangeSettings>>,
): PartForm<Values> {
	const access = useAccess("change.manage");
	const [begun, setBegun] = useState<{ readonly values: Values; readonly revision: number } | null>(null);
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [isBusy, setIsBusy] = useState(false);
	const values = begun?.values ?? initial(settings);

	async function save(): Promise<void> {
		const set = read(values);
		if (!set.ok) return setRefusal(set.error);
		setIsBusy(true);
		const baseRevision = begun?.revision ?? settings.revision;
		const answer = await editChangeSettings({ baseRevision, set: set.value });
		setIsBusy(false);
		if (!answer.ok) return setRefusal(answer.error);
		setRefusal(null);
		// What is typed stays until the settings come back by the feed, which is a moment later.
		setBegun({ values, revision: answer.value.revision });
		notifications.show({ message: changesText.settings.saved });
	}
	return {
		values,
		change: (next) => {
			setBegun({ values: next, revision: begun?.revision ?? settings.revision });
			setRefusal(null);
		},
		access,
		refusal,
		isBusy,
		save: () => void save(),
	};
}
