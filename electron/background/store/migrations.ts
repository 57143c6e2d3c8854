import type { Migration } from "kysely/migration";
import { FIRST_TABLES } from "./migrations/0001-first-tables.ts";
import { ATTACHMENTS } from "./migrations/0002-attachments.ts";
import { ACCOUNTS } from "./migrations/0004-accounts.ts";
import { SERVICE_LEVELS } from "./migrations/0005-service-levels.ts";
import { KINDS } from "./migrations/0006-kinds.ts";
import { INCIDENT_TIMES } from "./migrations/0007-incident-times.ts";
import { APPROVALS } from "./migrations/0009-approvals.ts";
import { CHANGE_SETTINGS } from "./migrations/0010-change-settings.ts";
import { LIFECYCLES } from "./migrations/0011-lifecycles.ts";
import { RECALCULATIONS } from "./migrations/0012-recalculations.ts";
import { OFFER_VERSIONS } from "./migrations/0013-offer-versions.ts";
import { MAIL } from "./migrations/0015-mail.ts";
import { CIS } from "./migrations/0016-cis.ts";
import { BATCHES } from "./migrations/0017-batches.ts";
import { SAVED_VIEWS } from "./migrations/0019-saved-views.ts";
import { REPLIES } from "./migrations/0020-replies.ts";
import { ARTICLES } from "./migrations/0021-articles.ts";

/** Every step the schema has taken, by name in order; a released step is never edited. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
	"0001-first-tables": FIRST_TABLES,
	"0002-attachments": ATTACHMENTS,
	"0004-accounts": ACCOUNTS,
	"0005-service-levels": SERVICE_LEVELS,
	"0006-kinds": KINDS,
	"0009-approvals": APPROVALS,
	"0010-change-settings": CHANGE_SETTINGS,
	"0011-lifecycles": LIFECYCLES,
	"0012-recalculations": RECALCULATIONS,
	"0007-incident-times": INCIDENT_TIMES,
	"0017-batches": BATCHES,
	"0015-mail": MAIL,
	"0016-cis": CIS,
	"0013-offer-versions": OFFER_VERSIONS,
	"0019-saved-views": SAVED_VIEWS,
	"0020-replies": REPLIES,
	"0021-articles": ARTICLES,
};
