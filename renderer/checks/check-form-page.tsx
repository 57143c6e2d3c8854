import { useTopic } from "../data/index.ts";
import { Page } from "../page/index.ts";
import { checksText } from "../text/en/checks.ts";
import { CheckDetailPage } from "./check-detail-page.tsx";
import { CheckForm } from "./check-form.tsx";
import { NEW_CHECK, valuesOf } from "./check-form-values.ts";

/** Adds a check, or changes the one named. */
export function CheckFormPage({ checkId }: { readonly checkId: string | null }) {
	const rows = useTopic("checks", null);
	if (checkId === null)
		return (
			<Page title={checksText.form.newTitle}>
				<CheckForm checkId={null} initial={NEW_CHECK} />
			</Page>
		);
	if (!rows) return null;
	const check = rows.find((row) => row.check.id === checkId)?.check;
	// The detail page says it best that there is none.
	if (!check) return <CheckDetailPage checkId={checkId} />;
	return (
		<Page title={checksText.form.editTitle(check.name)}>
			<CheckForm checkId={checkId} initial={valuesOf(check)} />
		</Page>
	);
}
