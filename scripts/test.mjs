// `npm test`: sets up what the tests need, runs every step, and ends with one line: `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.mjs";
import { findNode, root } from "./programs.mjs";

const CHROMIUM = "/usr/bin/chromium";
const MAIL_SERVER = ["/usr/sbin/dovecot", "/usr/sbin/exim4"];
const node = findNode();
const bin = (name) => join(root, "node_modules", ".bin", name);
const reports = mkdtempSync(join(tmpdir(), "deskwatch-test-"));
const totals = { passed: 0, failed: 0, skipped: 0 };

function run(command, args, env = {}) {
	const path = `${join(root, "node_modules", ".bin")}:${process.env.PATH}`;
	return (
		spawnSync(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, PATH: path, ...env } })
			.status === 0
	);
}

function step(name, act) {
	const startedAt = Date.now();
	console.log(`\n== ${name}`);
	let isGood = false;
	try {
		isGood = act() !== false;
	} catch (error) {
		console.error(error);
	}
	totals[isGood ? "passed" : "failed"] += 1;
	console.log(
		`== ${name}: ${isGood ? "passed" : "FAILED"} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`,
	);
	return isGood;
}

function ensureChromium() {
	if (existsSync(CHROMIUM)) return true;
	if (canInstall()) return install("chromium");
	console.error("The journeys need Chromium at /usr/bin/chromium: install your distribution’s package.");
	return false;
}

/** Without one its tests say that they are skipped. */
function ensureMailServer() {
	if (MAIL_SERVER.every(existsSync)) return true;
	return !canInstall() || install("dovecot-imapd", "exim4-daemon-light");
}

function canInstall() {
	return process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

function install(...packages) {
	const env = { DEBIAN_FRONTEND: "noninteractive" };
	return (
		run("apt-get", ["update", "-qq"], env) &&
		run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], env)
	);
}

function addUnitTests(file) {
	const report = JSON.parse(readFileSync(file, "utf8"));
	totals.passed += report.numPassedTests;
	totals.failed +=
		report.numFailedTests +
		(report.numFailedTestSuites > 0 && report.numFailedTests === 0 ? report.numFailedTestSuites : 0);
	totals.skipped += report.numPendingTests;
}

function addJourneys(file) {
	const { stats } = JSON.parse(readFileSync(file, "utf8"));
	totals.passed += stats.expected + stats.flaky;
	totals.failed += stats.unexpected;
	totals.skipped += stats.skipped;
	if (stats.flaky > 0)
		console.log(`\nFLAKY: ${stats.flaky} journeys passed only the second time; the list above says which`);
}

/** What each failed journey saw when it failed, so that a report from another machine says why. */
function printFailedPages(file) {
	if (!existsSync(file)) return;
	const { suites } = JSON.parse(readFileSync(file, "utf8"));
	for (const { path } of suites.flatMap(attachmentsOf).filter(({ name }) => name === "error-context")) {
		if (path && existsSync(path)) console.log(`\n-- ${path}\n${readFileSync(path, "utf8").slice(0, 8_000)}`);
	}
}

function attachmentsOf({ suites = [], specs = [] }) {
	const results = specs.flatMap(({ tests }) => tests.flatMap((test) => test.results));
	return [...results.flatMap(({ attachments }) => attachments), ...suites.flatMap(attachmentsOf)];
}

/** A runner that could not even report has failed as a whole. */
function countReport(file, add) {
	if (existsSync(file)) add(file);
	else totals.failed += 1;
}

mkdirSync(reports, { recursive: true });
step("format and lint", () => run(bin("biome"), ["check", "--error-on-warnings"]));
step("types", () => run(bin("tsc"), ["-b"]));
step("layers", () => run(node, ["scripts/layers.mjs"]));
step("unused code", () => run(bin("knip"), []));
const isBuilt = step("build", () => build());

step("mail server", ensureMailServer);

console.log("\n== unit and contract tests");
const unitReport = join(reports, "unit.json");
run(bin("vitest"), ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`]);
countReport(unitReport, addUnitTests);

/** The same seeds always run the same way, so that these hold or are broken by a change. */
const simulate = (...options) =>
	run(node, ["--disable-warning=ExperimentalWarning", "sim/sim.ts", ...options]);
step("simulation", () => simulate("--seeds", "10000"));
step("simulation over IndexedDB", () => simulate("--seeds", "300", "--disk", "indexeddb"));
// What is broken on purpose must be found by the same seeds.
step("simulation, with bugs on purpose", () => simulate("--mutants", "--seeds", "1000"));

if (step("Chromium", ensureChromium) && isBuilt) {
	console.log("\n== journeys");
	const journeyReport = join(reports, "journeys.json");
	run(bin("playwright"), ["test", "--reporter=list,json"], { PLAYWRIGHT_JSON_OUTPUT_FILE: journeyReport });
	countReport(journeyReport, addJourneys);
	printFailedPages(journeyReport);
} else {
	totals.failed += 1;
}

rmSync(reports, { recursive: true, force: true });
if (totals.skipped > 0) console.log(`\n${totals.skipped} skipped: the lines above say which and why`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
