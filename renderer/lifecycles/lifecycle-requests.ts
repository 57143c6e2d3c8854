import {
	type LifecycleEdit,
	type LifecycleRecord,
	lifecycleRecordSchema,
} from "../../shared/api/lifecycles.ts";
import type { Result } from "../../shared/result.ts";
import { askDesk } from "../http/index.ts";

export function saveLifecycle(edit: LifecycleEdit): Promise<Result<LifecycleRecord>> {
	const path = `/lifecycles/${edit.definition.kind}`;
	return askDesk({ method: "PUT", path, body: edit, answer: lifecycleRecordSchema });
}
