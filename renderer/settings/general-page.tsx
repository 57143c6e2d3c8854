import { type ReactNode, useEffect } from "react";
import { NoticesCard } from "../notices/index.ts";
import { Page } from "../page/index.ts";
import { settingsText } from "../text/en/settings.ts";
import { AboutCard } from "./about-card.tsx";
import { AppearanceCard } from "./appearance-card.tsx";
import { CatalogueCard } from "./catalogue-card.tsx";
import { ChangesCard } from "./changes-card.tsx";
import { ImportCard } from "./import-card.tsx";
import { IncidentsCard } from "./incidents-card.tsx";
import { KeptCard } from "./kept-card.tsx";
import { PriorityMatrixCard } from "./priority-matrix-card.tsx";
import { RulesCard } from "./rules-card.tsx";
import classes from "./settings.module.css";
import { SignInPolicyCard } from "./sign-in-policy-card.tsx";
import { WallsCard } from "./walls-card.tsx";

/** Everything that is chosen once and then forgotten. */
export function GeneralPage({ tabs }: { readonly tabs: ReactNode }) {
	useEffect(() => {
		// Other pages link to a part: `/settings#rules`.
		if (location.hash.length > 1) document.getElementById(location.hash.slice(1))?.scrollIntoView();
	}, []);
	return (
		<Page title={settingsText.title} tabs={tabs} layout="read">
			<div className={classes.cards}>
				<AppearanceCard />
				<NoticesCard />
				<KeptCard />
				<WallsCard />
				<RulesCard />
				<IncidentsCard />
				<PriorityMatrixCard />
				<ChangesCard />
				<CatalogueCard />
				<SignInPolicyCard />
				<ImportCard />
				<AboutCard />
			</div>
		</Page>
	);
}
