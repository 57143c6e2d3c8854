import type { FastifyRequest } from "fastify";
import { type Viewer, viewerOf } from "../../../shared/permission/scope.ts";
import { ApiFailure } from "./failure.ts";

/** With whose eyes a request looks at tickets. Devices read the wall, not tickets. */
export function viewerAsking({ identity }: FastifyRequest): Viewer {
	if (identity?.kind !== "person") throw new ApiFailure(403, "forbidden", "Only people read tickets.");
	return viewerOf(identity.person, identity.roles);
}
