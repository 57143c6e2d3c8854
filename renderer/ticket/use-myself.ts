import { ROLES, type Role } from "../../shared/permission/permission.ts";
import { useTopic } from "../data/index.ts";

export interface Myself {
	readonly person: { readonly id: string; readonly name: string } | null;
	readonly roles: readonly Role[];
}

/** Who works here and as what. */
export function useMyself(): Myself {
	const session = useTopic("session", null);
	return {
		person: session?.person ?? null,
		roles: ROLES.filter((role) => session?.roles.includes(role)),
	};
}
