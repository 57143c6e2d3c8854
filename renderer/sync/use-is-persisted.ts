import { useEffect, useState } from "react";

/** What the browser answered when it was asked to keep this console's data, whatever the disk needs. */
export function useIsPersisted(): boolean {
	const [isPersisted, setIsPersisted] = useState(false);
	useEffect(() => {
		// Outside a secure context there is no storage manager, and no promise.
		void navigator.storage?.persisted?.().then(setIsPersisted, () => setIsPersisted(false));
	}, []);
	return isPersisted;
}
