import { SimDesk } from "./desk/sim-desk.ts";
import type { DeskTemplate } from "./desk/template.ts";
import { Faults } from "./faults.ts";
import { Watch } from "./invariants/watch.ts";
import type { Mutant } from "./mutants/mutant.ts";
import { Network } from "./network/network.ts";
import { Agent } from "./people/agent.ts";
import { EditMaker } from "./people/edits.ts";
import { Ledger } from "./people/ledger.ts";
import { User } from "./people/user.ts";
import { type Backend, makeMemoryBackend } from "./station/backend.ts";
import { Workstation } from "./station/workstation.ts";
import { Random } from "./time/random.ts";
import { Scheduler } from "./time/scheduler.ts";
import { makeTrace, NO_TRACE, type Trace } from "./trace.ts";

export interface SeedOptions {
	readonly seed: number;
	readonly template: DeskTemplate;
	readonly isTraced?: boolean;
	readonly mutant?: Mutant;
	/** Another disk than memory; it has room for one workstation. */
	readonly makeBackend?: () => Backend;
}

/** Everything of one seed. */
export interface World {
	readonly random: Random;
	readonly scheduler: Scheduler;
	readonly faults: Faults;
	readonly trace: Trace;
	readonly desk: SimDesk;
	readonly network: Network;
	readonly stations: readonly Workstation[];
	readonly ledger: Ledger;
	readonly user: User;
	readonly agent: Agent;
	readonly watch: Watch;
}

export async function makeWorld({
	seed,
	template,
	isTraced,
	mutant,
	makeBackend,
}: SeedOptions): Promise<World> {
	const random = new Random(seed);
	const scheduler = new Scheduler(random);
	const trace = isTraced ? makeTrace(scheduler) : NO_TRACE;
	const faults = new Faults(random);
	const base = { random, scheduler, faults, trace };
	const desk = new SimDesk({
		...base,
		folder: template.copy(),
		...(mutant?.take ? { take: mutant.take } : {}),
		...(mutant?.wrapStore ? { wrapStore: mutant.wrapStore } : {}),
	});
	await desk.begin();
	const network = new Network({ ...base, desk });
	const edits = new EditMaker(random, faults);
	const agent = new Agent({ ...base, desk, edits });
	await agent.open(random.int(4, 12));
	const ledger = new Ledger();
	const watch = new Watch({ ledger, desk, scheduler, trace });
	const stations = Array.from(
		{ length: makeBackend ? 1 : random.pick([1, 1, 1, 1, 2, 2, 3]) },
		(_, index) => {
			const backend = makeBackend?.() ?? makeMemoryBackend();
			const wrap = mutant?.wrapEngine;
			return new Workstation(index + 1, { ...base, network, backend, ledger, ...(wrap ? { wrap } : {}) });
		},
	);
	const user = new User({
		...base,
		desk,
		edits,
		ledger,
		onSaved: (window, entry) => watch.noteSaved(window, entry),
	});
	return { ...base, desk, network, stations, ledger, user, agent, watch };
}
