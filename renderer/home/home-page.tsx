import { appText } from "../text/en/app.ts";

/** Its owner fills it in. */
export function HomePage() {
	return <h1 className="visually-hidden">{appText.rail.home}</h1>;
}
