import { wallSchema } from "../../../../shared/api/wall.ts";
import type { RegisterRoutes } from "../api.ts";

export const registerWallRoutes: RegisterRoutes = (app, { wall }) => {
	app.route({
		method: "GET",
		url: "/api/wall",
		config: { needs: "wall.read", summary: "All a wall shows, judged by the desk’s clock." },
		schema: { response: { 200: wallSchema } },
		handler: () => wall.read(),
	});
};
