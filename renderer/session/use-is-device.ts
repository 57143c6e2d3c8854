import { useEffect, useState } from "react";
import { sessionSchema } from "../../shared/api/desk.ts";
import { useTopic } from "../data/index.ts";
import { askDesk } from "../http/index.ts";

/**
 * Whether this browser is signed in as a wall. The data worker keeps the last person, whose work it
 * holds, so the desk is asked when it says that nobody is signed in.
 */
export function useIsDevice(): boolean {
	const isSignedOut = useTopic("sync", null)?.state === "signed-out";
	const [isDevice, setIsDevice] = useState(false);
	useEffect(() => {
		if (!isSignedOut) return setIsDevice(false);
		const abort = new AbortController();
		void askDesk({ path: "/session", answer: sessionSchema, signal: abort.signal }).then((answer) => {
			if (answer.ok) setIsDevice(answer.value.mode === "device");
		});
		return () => abort.abort();
	}, [isSignedOut]);
	return isDevice;
}
