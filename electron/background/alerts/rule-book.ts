import type { Rule } from "../../../shared/api/alerts.ts";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import { fromRuleRow, toRuleRow } from "../store/monitoring-rows.ts";
import type { Store } from "../store/store.ts";

/** The rule that every desk comes with, switched on. */
export const OPEN_INCIDENT_RULE: Rule = {
	id: "open-incident-for-down",
	name: "Open an incident for a check that is down",
	isEnabled: true,
	resolveAfterMs: 300_000,
};

/** The rules of the way from alert to incident. */
export class RuleBook {
	readonly #store: Store;

	constructor(store: Store) {
		this.#store = store;
	}

	/** Puts the standing rule there once; what people made of it is left alone. */
	async ensure(): Promise<void> {
		await this.#store.write(({ tx }) =>
			tx
				.insertInto("rule")
				.values(toRuleRow(OPEN_INCIDENT_RULE))
				.onConflict((conflict) => conflict.column("id").doNothing())
				.execute(),
		);
	}

	async all(): Promise<readonly Rule[]> {
		const rows = await this.#store.reader.selectFrom("rule").selectAll().orderBy("name").execute();
		return rows.map(fromRuleRow);
	}

	/** The standing rule as it is set now. */
	async openIncident(): Promise<Rule> {
		return (await this.all()).find((rule) => rule.id === OPEN_INCIDENT_RULE.id) ?? OPEN_INCIDENT_RULE;
	}

	async patch(
		ruleId: string,
		patch: { readonly isEnabled?: boolean; readonly resolveAfterMs?: number },
	): Promise<Result<Rule>> {
		const { value } = await this.#store.write(async ({ tx }): Promise<Result<Rule>> => {
			const row = await tx.selectFrom("rule").selectAll().where("id", "=", ruleId).executeTakeFirst();
			if (!row) return refuse("not_found", `There is no rule “${ruleId}”.`);
			const rule: Rule = { ...fromRuleRow(row), ...patch };
			await tx.replaceInto("rule").values(toRuleRow(rule)).execute();
			return ok(rule);
		});
		return value;
	}
}
