// Builds `sw.js` at the root of the renderer's output, once everything it has to keep is there.
import { resolve } from "node:path";
import { build } from "vite";
import { getManifest } from "workbox-build";

const MEGABYTE = 1_048_576;

/**
 * @param {{ source: string, outDir: string }} options
 * @returns {import("vite").Plugin}
 */
export function serviceWorker({ source, outDir }) {
	return {
		name: "deskwatch:service-worker",
		apply: "build",
		closeBundle: {
			sequential: true,
			async handler() {
				const manifest = await listFiles(outDir);
				await build(configOf({ source, outDir, manifest }));
			},
		},
	};
}

async function listFiles(outDir) {
	const { manifestEntries, warnings } = await getManifest({
		globDirectory: outDir,
		globPatterns: ["**/*.{html,js,css,json,svg,png,ico,webp,woff2,wasm,webmanifest}"],
		globIgnores: ["sw.js", "**/*.map"],
		// Hashed names say their own revision.
		dontCacheBustURLsMatching: /^assets\//,
		maximumFileSizeToCacheInBytes: 16 * MEGABYTE,
	});
	if (warnings.length > 0) throw new Error(`service worker: ${warnings.join("; ")}`);
	return manifestEntries.map(({ url, revision }) => ({ url: `/${url}`, revision }));
}

function configOf({ source, outDir, manifest }) {
	return {
		configFile: false,
		publicDir: false,
		logLevel: "warn",
		define: { "self.__WB_MANIFEST": JSON.stringify(manifest) },
		build: {
			outDir,
			emptyOutDir: false,
			copyPublicDir: false,
			target: "chrome140",
			rollupOptions: { input: resolve(source), output: { format: "iife", entryFileNames: "sw.js" } },
		},
	};
}
