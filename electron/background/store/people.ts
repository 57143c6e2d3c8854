import type { Person } from "../../../shared/api/directory.ts";
import { MONITORING_PERSON_ID, OWNER_PERSON_ID } from "./ports.ts";
import { fromPersonRow, toPersonRow } from "./rows.ts";
import type { DeskDatabase, Store } from "./store.ts";

export async function findPerson(database: DeskDatabase, personId: string): Promise<Person | null> {
	const row = await database.selectFrom("person").selectAll().where("id", "=", personId).executeTakeFirst();
	return row ? fromPersonRow(row) : null;
}

const BLANK_PERSON = {
	email: null,
	phone: null,
	location: null,
	department: null,
	isVip: false,
	teamIds: [],
	isActive: true,
} satisfies Partial<Person>;

/** Accounts that every desk has: who owns it, and the one that monitoring acts as. */
const STANDING_PEOPLE: readonly Person[] = [
	{ ...BLANK_PERSON, id: OWNER_PERSON_ID, name: "Desk owner", roles: ["admin", "agent"] },
	{ ...BLANK_PERSON, id: MONITORING_PERSON_ID, name: "Monitoring", roles: ["caller"] },
];

/** Makes the standing accounts where they are missing; what they are by now is left alone. */
export async function ensureStandingPeople(store: Store): Promise<void> {
	await store.write(async ({ tx, logChange }) => {
		for (const person of STANDING_PEOPLE) {
			if (await findPerson(tx, person.id)) continue;
			await tx.insertInto("person").values(toPersonRow(person)).execute();
			logChange("person", person.id);
		}
	});
}
