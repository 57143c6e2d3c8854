import type { Wall } from "../../../shared/api/wall.ts";
import { readCompiledDefinitions } from "../desk/sla/definitions.ts";
import { fromAlertRow } from "../store/monitoring-rows.ts";
import { fromCiRow } from "../store/rows.ts";
import { SETTING } from "../store/settings.ts";
import type { Store } from "../store/store.ts";
import { IncidentBoard } from "./incident-tiles.ts";
import { makeServiceTiles, type Sighting } from "./service-tiles.ts";

const ALERTS = 50;

/** What the wall asks of the monitor. */
export interface Watcher {
	readonly sightings: () => readonly Sighting[];
	readonly prober: { readonly lastSeenAt: number | null; readonly staleAfterMs: number };
}

/** Answers `GET /api/wall`, judged by the desk's own clock. */
export class WallReader {
	readonly #store: Store;
	readonly #watcher: Watcher;
	readonly #now: () => number;
	readonly #board = new IncidentBoard();

	constructor(parts: { readonly store: Store; readonly watcher: Watcher; readonly now: () => number }) {
		this.#store = parts.store;
		this.#watcher = parts.watcher;
		this.#now = parts.now;
	}

	async read(): Promise<Wall> {
		const now = this.#now();
		const { reader, epoch } = this.#store;
		const definitions = await readCompiledDefinitions(reader);
		const { tiles, byService } = await this.#board.read(reader, definitions, now);
		const cis = (await reader.selectFrom("ci").selectAll().execute()).map(fromCiRow);
		const source = this.#readSource(now);
		return {
			serverTime: now,
			epoch,
			deskName: (await this.#store.readSetting<string>(SETTING.deskName)) ?? "Service desk",
			services: [
				...makeServiceTiles({
					cis,
					sightings: this.#watcher.sightings(),
					openIncidents: byService,
					isProberSilent: source.state === "silent",
					now,
				}),
			],
			alerts: await this.#readAlerts(now),
			incidents: tiles,
			sources: [source],
		};
	}

	#readSource(now: number): Wall["sources"][number] {
		const { lastSeenAt, staleAfterMs } = this.#watcher.prober;
		const isLive = lastSeenAt !== null && now - lastSeenAt <= staleAfterMs;
		return { name: "prober", state: isLive ? "live" : "silent", lastSeenAt, staleAfterMs };
	}

	/** Most severe first, then newest. */
	async #readAlerts(now: number): Promise<Wall["alerts"]> {
		const standing = this.#store.reader.selectFrom("alert").where("condition", "in", ["firing", "unknown"]);
		const { total } = await standing
			.select((select) => select.fn.countAll<number>().as("total"))
			.executeTakeFirstOrThrow();
		const rows = await standing
			.select("body")
			.orderBy("severity", "desc")
			.orderBy("since", "desc")
			.limit(ALERTS)
			.execute();
		return { total, items: rows.map(fromAlertRow), observedAt: now };
	}
}
