import type { Page } from "@playwright/test";

/** As many as fit the console's list in the bench's window, with as many cells. */
const ROWS = 21;
const CELLS = 9;

/**
 * The least that a key which changes a list can take in this browser on this machine: a page without any
 * program of ours asks a worker that knows the answer and writes other text into rows that are there.
 */
export async function openBareRows(page: Page): Promise<void> {
	await page.goto("about:blank");
	await page.setContent(`<!doctype html>
<style>
	body { margin: 0; font: 13px system-ui, sans-serif; }
	[role=row] { position: absolute; display: grid; grid-template-columns: repeat(${CELLS}, 1fr); width: 100%; height: 34px; }
</style>
<input placeholder="Filter by" autofocus>
<div role="grid" aria-rowcount="1"></div>`);
	await page.evaluate(
		({ rows, cells }) => {
			const grid = document.querySelector("[role=grid]");
			const texts: HTMLElement[][] = [];
			for (let index = 0; index < rows; index += 1) {
				const row = document.createElement("div");
				row.setAttribute("role", "row");
				row.style.top = `${40 + 34 * index}px`;
				row.dataset.ticketId = "";
				texts.push(Array.from({ length: cells }, () => row.appendChild(document.createElement("span"))));
				grid?.append(row);
			}
			const source = "onmessage = ({ data }) => postMessage(data)";
			const worker = new Worker(URL.createObjectURL(new Blob([source])));
			worker.onmessage = ({ data }) => {
				for (const [index, row] of texts.entries()) {
					for (const [cell, text] of row.entries()) text.textContent = `${data} ${index} ${cell}`;
					const element = row[0]?.parentElement;
					if (element) element.dataset.ticketId = `${data} ${index}`;
				}
			};
			let keys = 0;
			document.querySelector("input")?.addEventListener("input", () => {
				keys += 1;
				worker.postMessage(keys);
			});
		},
		{ rows: ROWS, cells: CELLS },
	);
	await page.waitForTimeout(500);
}
