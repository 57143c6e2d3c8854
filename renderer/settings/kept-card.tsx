import { Select, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useEffect, useState } from "react";
import { callWorker, useTopic } from "../data/index.ts";
import { Card } from "../page/index.ts";
import { settingsText } from "../text/en/settings.ts";
import { formatNumber } from "../text/plural.ts";
import { formatBytes } from "../text/units.ts";
import { readStorage } from "./read-storage.ts";

/** Months; no entry is for ever. */
const CHOICES = [1, 3, 6, 12, 24, 60] as const;
const FOR_EVER = "all";
const text = settingsText.kept;

/** How much of the desk this workstation keeps, and what that takes. */
export function KeptCard() {
	const months = useKeptMonths();
	const counts = useTopic("counts", null);
	const sync = useTopic("sync", null);
	const usedBytes = useUsedBytes(counts?.all);
	const standing = [
		counts ? text.tickets(formatNumber(counts.all)) : null,
		usedBytes === null ? null : text.used(formatBytes(usedBytes)),
		sync?.left ? text.loading(formatNumber(sync.left)) : null,
	];
	return (
		<Card title={text.title} anchor="kept">
			<Stack gap="md">
				<Text c="dimmed">{text.hint}</Text>
				<Select
					label={text.label}
					w={440}
					allowDeselect={false}
					disabled={months.value === undefined}
					value={months.value === undefined || months.value === null ? FOR_EVER : String(months.value)}
					onChange={(value) => void months.choose(value === FOR_EVER ? null : Number(value))}
					data={[
						...CHOICES.map((each) => ({ value: String(each), label: text.months(each) })),
						{ value: FOR_EVER, label: text.forEver },
					]}
				/>
				<Text role="status">{standing.filter((words) => words !== null).join("; ")}</Text>
			</Stack>
		</Card>
	);
}

/** The setting as the data worker has it; `undefined` until it was read. */
function useKeptMonths() {
	const [value, setValue] = useState<number | null | undefined>(undefined);
	useEffect(() => {
		void callWorker("readKept").then((months) => setValue(months));
	}, []);
	async function choose(months: number | null): Promise<void> {
		setValue(months);
		await callWorker("keepEnded", months);
		notifications.show({ message: months === null ? text.savedForEver : text.saved(text.months(months)) });
	}
	return { value, choose };
}

/** Read again whenever the number of tickets changed. */
function useUsedBytes(tickets: number | undefined): number | null {
	const [usedBytes, setUsedBytes] = useState<number | null>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: what is on disk changes with what is kept
	useEffect(() => {
		void readStorage().then((found) => setUsedBytes(found.usedBytes));
	}, [tickets]);
	return usedBytes;
}
