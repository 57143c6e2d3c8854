import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import { serviceWorker } from "./scripts/service-worker-plugin.mjs";

const root = import.meta.dirname;

export default defineConfig({
	main: {
		build: {
			outDir: "out/main",
			rollupOptions: {
				input: {
					index: `${root}/electron/main/index.ts`,
					background: `${root}/electron/background/main.ts`,
					prober: `${root}/electron/background/monitor/prober-thread.ts`,
				},
				output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
			},
		},
	},
	preload: {
		build: {
			outDir: "out/preload",
			rollupOptions: {
				input: { index: `${root}/electron/preload/index.ts` },
				// A sandboxed preload must be one CommonJS file.
				output: { format: "cjs", entryFileNames: "[name].cjs" },
			},
		},
	},
	renderer: {
		root: `${root}/renderer`,
		plugins: [
			// Pages live at deep addresses; electron-vite makes every path relative to them, so this comes after it.
			{ name: "deskwatch:base", enforce: "post", config: () => ({ base: "/" }) },
			react(),
			serviceWorker({
				source: `${root}/renderer/service-worker/sw.ts`,
				outDir: `${root}/out/renderer`,
			}),
		],
		worker: { format: "es" },
		build: {
			outDir: `${root}/out/renderer`,
			emptyOutDir: true,
			minify: true,
			target: "chrome140",
			rollupOptions: { input: { index: `${root}/renderer/index.html` } },
		},
	},
});
