import type { EngineParts } from "../../renderer/worker/engine/engine-parts.ts";
import type { DeskParts } from "../desk/sim-desk.ts";

/** Something broken on purpose, from outside, to see whether it is found. */
export interface Mutant {
	readonly name: string;
	/** What is wrong with it. */
	readonly bug: string;
	/** What it must be found by: any of these invariants. */
	readonly breaks: readonly string[];
	/** Asked once for each window: what one mutant remembers, another does not. */
	readonly wrapEngine?: (parts: EngineParts) => EngineParts;
	readonly take?: NonNullable<DeskParts["take"]>;
	readonly wrapStore?: NonNullable<DeskParts["wrapStore"]>;
}
