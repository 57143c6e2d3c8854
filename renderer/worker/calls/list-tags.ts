import { readTags } from "../../../shared/ticket/parts/tags.ts";
import type { OpenGeneration } from "../engine/model.ts";
import type { TagInUse } from "../protocol.ts";

/** All tags that tickets have, the one most used first. */
export function listTags({ cache: { columns } }: OpenGeneration): readonly TagInUse[] {
	const bySet = new Uint32Array(columns.tagSets.size);
	const { tags } = columns.data;
	for (let slot = 0; slot < columns.size; slot += 1) {
		const code = tags[slot] ?? 0;
		if (code !== 0 && columns.isAlive(slot)) bySet[code] = (bySet[code] ?? 0) + 1;
	}
	const counts = new Map<string, number>();
	for (const [index, tagSet] of columns.tagSets.values().entries()) {
		const count = bySet[index + 1] ?? 0;
		if (count > 0) for (const tag of readTags(tagSet)) counts.set(tag, (counts.get(tag) ?? 0) + count);
	}
	return [...counts]
		.map(([tag, count]) => ({ tag, count }))
		.sort((one, other) => other.count - one.count || (one.tag < other.tag ? -1 : 1));
}
