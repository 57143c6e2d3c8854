import { z } from "zod";
import type { Ci, CiInput } from "../../shared/api/directory.ts";
import { CI_CLASSES, CI_STATUSES, USUAL_STATUS } from "../../shared/ci/ci.ts";

/** What the form of a CI holds; its relations are edited apart. */
export const ciFormSchema = z.strictObject({
	name: z.string(),
	class: z.enum(CI_CLASSES),
	ownerTeamId: z.string().nullable(),
	criticality: z.int(),
	status: z.enum(CI_STATUSES),
	location: z.string(),
	externalId: z.string(),
	note: z.string(),
});
export type CiFormValues = z.infer<typeof ciFormSchema>;

export const NEW_CI: CiFormValues = {
	name: "",
	class: "service",
	ownerTeamId: null,
	criticality: 3,
	status: USUAL_STATUS,
	location: "",
	externalId: "",
	note: "",
};

export function formOf(ci: Ci): CiFormValues {
	return {
		name: ci.name,
		class: ci.class,
		ownerTeamId: ci.ownerTeamId,
		criticality: ci.criticality,
		status: ci.status ?? USUAL_STATUS,
		location: ci.location ?? "",
		externalId: ci.externalId ?? "",
		note: ci.note ?? "",
	};
}

type Relations = Pick<CiInput, "dependsOnIds" | "runsOnIds" | "partOfIds" | "connectsToIds">;

/** What is typed, with the relations that are known. */
export function inputOfForm(values: CiFormValues, relations: Relations): CiInput {
	const [location, externalId, note] = [values.location, values.externalId, values.note].map((each) =>
		each.trim(),
	);
	return {
		...relations,
		name: values.name.trim(),
		class: values.class,
		ownerTeamId: values.ownerTeamId,
		criticality: values.criticality,
		...(values.status === USUAL_STATUS ? {} : { status: values.status }),
		...(location ? { location } : {}),
		...(externalId ? { externalId } : {}),
		...(note ? { note } : {}),
	};
}

export function relationsIn({ dependsOnIds, runsOnIds, partOfIds, connectsToIds }: Ci): Relations {
	return {
		dependsOnIds,
		...(runsOnIds ? { runsOnIds } : {}),
		...(partOfIds ? { partOfIds } : {}),
		...(connectsToIds ? { connectsToIds } : {}),
	};
}
