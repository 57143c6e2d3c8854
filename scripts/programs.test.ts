import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";

const PROGRAMS = pathToFileURL(join(import.meta.dirname, "programs.mjs")).href;
const PROGRAM = `
	const { stopWithParent } = await import("${PROGRAMS}");
	process.on("SIGTERM", () => { console.log("stopped"); process.exit(0); });
	stopWithParent();
	setInterval(() => undefined, 1000);
	console.log("running");
`;

it.skipIf(process.platform === "win32")(
	"a program that npm started stops when the shell between them is killed",
	async () => {
		const shell = spawn("sh", ["-c", `"$NODE" --input-type=module -e "$PROGRAM"; :`], {
			env: { ...process.env, NODE: process.execPath, PROGRAM, npm_lifecycle_event: "serve" },
			stdio: ["ignore", "pipe", "inherit"],
		});
		const [running] = await once(shell.stdout, "data");
		expect(String(running)).toBe("running\n");
		shell.kill("SIGKILL");
		const [stopped] = await once(shell.stdout, "data");
		expect(String(stopped)).toBe("stopped\n");
	},
);
