/** Longer than any window waits before it asks. */
const HELD_MS = 10_000;
/** Who looks at a window sees it there; a hidden one shows it only where no other does. */
const WAIT_MS = { focused: 0, visible: 150, hidden: 400 } as const;

/** Whether it is this window, of all that heard of it, which shows a notice. */
export async function claimNotice(id: string): Promise<boolean> {
	await new Promise((resolve) => setTimeout(resolve, WAIT_MS[standing()]));
	// Where there are no locks (a page that is not a secure context) each window watches for itself.
	const locks: LockManager | undefined = navigator.locks;
	if (!locks) return true;
	return new Promise((resolve) => {
		void locks.request(`deskwatch-notice ${id}`, { ifAvailable: true }, async (lock) => {
			resolve(lock !== null);
			if (lock) await new Promise((release) => setTimeout(release, HELD_MS));
		});
	});
}

function standing(): keyof typeof WAIT_MS {
	if (document.visibilityState === "hidden") return "hidden";
	return document.hasFocus() ? "focused" : "visible";
}
