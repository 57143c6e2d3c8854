import { useEffect, useState, useSyncExternalStore } from "react";
import { ImportJob, type ImportStanding } from "./import-job.ts";

/** One import on this page; `followId` is one that the desk runs already. */
export function useImportJob(followId: string | null): {
	readonly job: ImportJob;
	readonly standing: ImportStanding;
} {
	const [job] = useState(() => new ImportJob());
	const standing = useSyncExternalStore(job.subscribe, job.standing);
	useEffect(() => {
		if (followId !== null) void job.follow(followId);
		return () => job.dispose();
	}, [job, followId]);
	return { job, standing };
}
