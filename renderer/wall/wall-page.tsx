import { appText } from "../text/en/app.ts";

/** Its owner fills it in. */
export function WallPage() {
	return <h1 className="visually-hidden">{appText.rail.wall}</h1>;
}
