import type { Device } from "../../../../shared/api/desk.ts";
import { hashToken, makeId, makeToken } from "../../store/crypto.ts";
import type { Store } from "../../store/store.ts";
import type { DeviceTable } from "../../store/tables.ts";

/** How often a wall's last sign of life is written down. */
const SEEN_EVERY_MS = 60_000;

export async function listDevices(store: Store): Promise<readonly Device[]> {
	const rows = await store.reader.selectFrom("device").selectAll().orderBy("created_at").execute();
	return rows.map(toDevice);
}

/** Makes a wall's device; its token is in this answer and nowhere else. */
export async function createDevice(
	store: Store,
	name: string,
	now: number,
): Promise<{ readonly device: Device; readonly token: string }> {
	const token = `wall_${makeToken()}`;
	const row: DeviceTable = {
		id: makeId(),
		name,
		token_hash: hashToken(token),
		created_at: now,
		last_seen_at: null,
	};
	await store.write(({ tx }) => tx.insertInto("device").values(row).execute());
	return { device: toDevice(row), token };
}

/** Takes the device and its sessions away; `false` where there is none. */
export async function revokeDevice(store: Store, deviceId: string): Promise<boolean> {
	const { value } = await store.write(({ tx }) =>
		tx.deleteFrom("device").where("id", "=", deviceId).executeTakeFirst(),
	);
	return value.numDeletedRows > 0n;
}

export async function findDeviceByToken(store: Store, token: string): Promise<Device | null> {
	const row = await store.reader
		.selectFrom("device")
		.selectAll()
		.where("token_hash", "=", hashToken(token))
		.executeTakeFirst();
	return row ? toDevice(row) : null;
}

/** Writes down that a wall was heard of, once a minute at most. */
export async function noteDeviceSeen(store: Store, deviceId: string, now: number): Promise<void> {
	const row = await store.reader
		.selectFrom("device")
		.select("last_seen_at")
		.where("id", "=", deviceId)
		.executeTakeFirst();
	if (!row || (row.last_seen_at !== null && now - row.last_seen_at < SEEN_EVERY_MS)) return;
	await store.write(({ tx }) =>
		tx.updateTable("device").set({ last_seen_at: now }).where("id", "=", deviceId).execute(),
	);
}

function toDevice(row: DeviceTable): Device {
	return { id: row.id, name: row.name, createdAt: row.created_at, lastSeenAt: row.last_seen_at };
}
