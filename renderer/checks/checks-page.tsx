import { appText } from "../text/en/app.ts";

/** Its owner fills it in. */
export function ChecksPage() {
	return <h1 className="visually-hidden">{appText.rail.checks}</h1>;
}
