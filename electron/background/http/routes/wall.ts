import { wallSchema } from "../../../../shared/api/wall.ts";
import { isNarrow, viewerOf } from "../../../../shared/permission/scope.ts";
import type { RegisterRoutes } from "../api.ts";
import { ApiFailure } from "../failure.ts";

export const registerWallRoutes: RegisterRoutes = (app, { wall }) => {
	app.route({
		method: "GET",
		url: "/api/wall",
		config: { needs: "wall.read", summary: "All a wall shows, judged by the desk’s clock." },
		schema: { response: { 200: wallSchema } },
		handler: ({ identity }) => {
			// A wall counts and names tickets of all teams and kinds.
			if (identity?.kind === "person" && isNarrow(viewerOf(identity.person, identity.roles).scope))
				throw new ApiFailure(
					403,
					"forbidden",
					"You work with a part of this desk; its wall shows all of it.",
				);
			return wall.read();
		},
	});
};
