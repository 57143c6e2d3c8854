import { useEffect, useState } from "react";
import { useTopic } from "../data/index.ts";
import { useLoaded } from "../http/index.ts";
import { Card } from "../page/index.ts";
import { settingsText } from "../text/en/settings.ts";
import { formatNumber } from "../text/plural.ts";
import { formatBytes } from "../text/units.ts";
import { readStorage } from "./read-storage.ts";
import classes from "./settings.module.css";
import { loadHealth } from "./settings-requests.ts";

const text = settingsText.about;

/** Which desk this is, and how well this workstation can keep its data. */
export function AboutCard() {
	const session = useTopic("session", null);
	const { value: health } = useLoaded(loadHealth);
	const facts: readonly (readonly [string, string])[] = [
		[text.desk, session?.deskName ?? text.unknown],
		[text.version, health?.version ?? text.unknown],
		[text.epoch, health?.epoch ?? session?.epoch ?? text.unknown],
		[text.seq, health ? formatNumber(health.seq) : text.unknown],
		[text.zone, session?.zone ?? text.unknown],
		[text.storage, useStorageWords()],
	];
	return (
		<Card title={text.title} anchor="about">
			<dl className={classes.facts}>
				{facts.map(([name, value]) => (
					<div key={name}>
						<dt>{name}</dt>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
		</Card>
	);
}

function useStorageWords(): string {
	const sync = useTopic("sync", null);
	const [isPersisted, setIsPersisted] = useState(false);
	const [usedBytes, setUsedBytes] = useState<number | null>(null);
	useEffect(() => {
		void readStorage().then((found) => {
			setIsPersisted(found.isPersisted);
			setUsedBytes(found.usedBytes);
		});
	}, []);
	if (sync?.storage === "memory") return text.inMemory;
	const kept = isPersisted ? text.persisted : text.notPersisted;
	return usedBytes === null ? kept : `${kept}; ${text.used(formatBytes(usedBytes))}`;
}
