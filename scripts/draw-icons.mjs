// Draws the PNGs of `resources/` from their SVGs. Run by hand after an SVG changed; the results are committed.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "@playwright/test";

const resources = join(import.meta.dirname, "../resources");
const drawings = [
	["icon.svg", "icon.png", 512],
	["tray.svg", "tray.png", 22],
	["tray.svg", "tray@2x.png", 44],
	["tray-template.svg", "tray-Template.png", 18],
	["tray-template.svg", "tray-Template@2x.png", 36],
];

const executablePath = process.env.DESKWATCH_CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
try {
	for (const [source, target, size] of drawings) {
		const page = await browser.newPage({ viewport: { width: size, height: size } });
		const svg = await readFile(join(resources, source), "utf8");
		await page.setContent(
			`<style>html,body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`,
		);
		await writeFile(join(resources, target), await page.screenshot({ omitBackground: true }));
		await page.close();
	}
} finally {
	await browser.close();
}
