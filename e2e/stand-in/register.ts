/** `node --import …/register.ts out/main/index.js`: the app's own main process, with a stand-in for `electron`. */
import { registerHooks } from "node:module";

registerHooks({
	resolve: (specifier, context, next) =>
		specifier === "electron"
			? { url: new URL("./electron.ts", import.meta.url).href, shortCircuit: true }
			: next(specifier, context),
});
