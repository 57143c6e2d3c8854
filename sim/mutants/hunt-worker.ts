import { parentPort } from "node:worker_threads";
import { DeskTemplate } from "../desk/template.ts";
import { findMutant } from "./catalogue.ts";
import { hunt } from "./hunt.ts";
import type { HuntJob } from "./hunt-all.ts";

const template = await DeskTemplate.make();

parentPort?.on("message", async (job: HuntJob | null) => {
	if (!job) {
		template.dispose();
		parentPort?.close();
		return;
	}
	parentPort?.postMessage(await hunt(findMutant(job.name), template, job.seeds));
	parentPort?.postMessage("ready");
});
parentPort?.postMessage("ready");
