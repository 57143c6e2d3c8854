import { appText } from "../text/en/app.ts";

/** Its owner fills it in. */
export function AlertsPage() {
	return <h1 className="visually-hidden">{appText.rail.alerts}</h1>;
}
