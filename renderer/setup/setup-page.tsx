import { appText } from "../text/en/app.ts";

/** Its owner fills it in. */
export function SetupPage() {
	return <h1 className="visually-hidden">{appText.rail.settings}</h1>;
}
