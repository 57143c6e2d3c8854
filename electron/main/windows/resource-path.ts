import { join } from "node:path";

/** A file of `resources/`, which stands beside `out/` in the tree as in the package. */
export function resourcePath(name: string): string {
	return join(import.meta.dirname, "../../resources", name);
}
