// Fails on an import that crosses a boundary of docs/architecture.md.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const BACKGROUND = "electron/background/";
/** Parts of the background meet only through the store and typed events. */
const APART = ["desk", "monitor", "alerts", "connectors", "mail"];

/** Which of our folders a file may import from, by where it lives; the first match decides. */
const RULES = [
	[/^shared\//, ["shared/"]],
	[/^renderer\//, ["renderer/", "shared/"]],
	[/^electron\/background\//, [BACKGROUND, "shared/"]],
	[/^electron\/preload\//, ["electron/preload/", "shared/"]],
	[/^electron\/main\//, ["electron/main/", "shared/"]],
	[/^sim\//, ["sim/", "renderer/worker/", BACKGROUND, "shared/"]],
];

/** Packages that have one home. */
const OWNED_PACKAGES = [
	[/^electron(\/|$)/, /^electron\/(main|preload)\//],
	[/^(react|react-dom|@mantine)/, /^renderer\//],
	[/^dexie/, /^renderer\/worker\//],
	[/^(node:|fastify|kysely|pg)/, /^(electron|sim)\//],
	[/^(nodemailer|imapflow|postal-mime)/, /^electron\/background\/mail\//],
];

function* sources(folder) {
	for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
		const path = `${folder}/${entry.name}`;
		if (entry.isDirectory()) yield* sources(path);
		else if (/\.tsx?$/.test(entry.name)) yield path;
	}
}

function importsOf(path) {
	const text = readFileSync(join(root, path), "utf8");
	const pattern =
		/(?:^|\n)\s*(?:import|export)\b[^"';]*?\bfrom\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']|(?:^|\n)\s*import\s*["']([^"']+)["']/g;
	return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3]);
}

function judge(path, specifier) {
	const isTest = /\.test\.tsx?$/.test(path);
	if (!specifier.startsWith(".")) {
		const owner = OWNED_PACKAGES.find(([name]) => name.test(specifier));
		return owner && !owner[1].test(path) && !isTest ? `${specifier} belongs to ${owner[1]}` : null;
	}
	const target = relative(root, resolve(root, dirname(path), specifier));
	const rule = RULES.find(([where]) => where.test(path));
	if (rule && !rule[1].some((allowed) => target.startsWith(allowed)))
		return `may import only ${rule[1].join(", ")}`;
	const [from, to] = [path, target].map((name) =>
		APART.find((part) => name.startsWith(`${BACKGROUND}${part}/`)),
	);
	return from && to && from !== to && !isTest
		? `${from} and ${to} meet only through store/ and events`
		: null;
}

const broken = ["shared", "renderer", "electron", "sim"].flatMap((folder) =>
	[...sources(folder)].flatMap((path) =>
		importsOf(path).flatMap((specifier) => {
			const reason = judge(path, specifier);
			return reason ? [`${path}: "${specifier}": ${reason}`] : [];
		}),
	),
);
for (const line of broken) console.error(line);
console.error(
	broken.length === 0 ? "layers: every import keeps to its side" : `layers: ${broken.length} wrong imports`,
);
process.exitCode = broken.length === 0 ? 0 : 1;
