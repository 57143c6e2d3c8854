import { appText } from "../text/en/app.ts";

/** Its owner fills it in. */
export function SettingsPage() {
	return <h1 className="visually-hidden">{appText.rail.settings}</h1>;
}
