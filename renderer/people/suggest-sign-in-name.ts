import type { Person } from "../../shared/api/directory.ts";

/** What people would guess that they sign in as: their address before the @, else their name with dots. */
export function suggestSignInName({ name, email }: Pick<Person, "name" | "email">): string {
	const local = email?.split("@")[0];
	if (local) return local.toLowerCase();
	const plain = name.normalize("NFD").replace(/\p{Mn}/gu, "");
	return plain
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean)
		.join(".");
}
