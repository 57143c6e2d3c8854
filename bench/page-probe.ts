/** What an action waits for: other rows in the list, a ticket in the preview, or a ticket's own page. */
export type Awaited =
	| { readonly kind: "rows" }
	| { readonly kind: "preview"; readonly text: string }
	| { readonly kind: "page"; readonly text: string }
	/** A ticket’s own page with this entry of its history. */
	| { readonly kind: "timeline"; readonly text: string; readonly entry: string };

export interface PageProbe {
	/** Begins to watch; before the action. */
	readonly arm: (awaited: Awaited) => void;
	/** From the action's first input event to the frame that shows its effect, ms; `null` where nothing changed. */
	readonly result: () => Promise<number | null>;
	/** From the start of navigation to the first frame with rows, ms. */
	readonly firstRowsAt: () => Promise<number>;
	/** The same until the view's count stands beside its name as well. */
	readonly usableAt: () => Promise<number>;
}

declare global {
	interface Window {
		readonly deskwatchProbe: PageProbe;
	}
}

/** Runs in the page, before its own scripts. */
export function installPageProbe(): void {
	const NO_CHANGE_MS = 1_000;
	let startedAt: number | null = null;
	let finished: Promise<number | null> = Promise.resolve(null);

	const signature = (): string => {
		const rows = [...document.querySelectorAll<HTMLElement>("[data-ticket-id]")];
		const total = document.querySelector("[role=grid]")?.getAttribute("aria-rowcount") ?? "";
		return (
			total +
			rows
				.map((row) => `${row.ariaRowIndex}${row.dataset.ticketId}`)
				.sort()
				.join()
		);
	};
	const afterPaint = (act: () => void): void => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = act;
		port2.postMessage(null);
	};
	const isReached = (awaited: Awaited, before: string): boolean => {
		if (awaited.kind === "rows") return signature() !== before;
		if (awaited.kind === "timeline") {
			const entries = [...document.querySelectorAll("main ol > li")];
			if (!entries.some((entry) => entry.checkVisibility() && entry.textContent?.includes(awaited.entry)))
				return false;
		}
		const place = awaited.kind === "preview" ? "aside" : "main h1";
		return [...document.querySelectorAll(place)].some(
			(element) => element.checkVisibility() && element.textContent?.includes(awaited.text),
		);
	};
	const noteStart = (event: Event): void => {
		startedAt ??= event.timeStamp;
	};

	const arm = (awaited: Awaited): void => {
		const before = signature();
		startedAt = null;
		for (const type of ["keydown", "click"])
			document.addEventListener(type, noteStart, { capture: true, once: true });
		finished = new Promise((resolve) => {
			const armedAt = performance.now();
			const look = (): void => {
				if (startedAt !== null && isReached(awaited, before)) {
					const start = startedAt;
					afterPaint(() => resolve(performance.now() - start));
				} else if (performance.now() - armedAt > NO_CHANGE_MS) resolve(null);
				else requestAnimationFrame(look);
			};
			requestAnimationFrame(look);
		});
	};
	const firstFrameWith = (selectors: readonly string[]): Promise<number> =>
		new Promise((resolve) => {
			const look = (): void => {
				if (selectors.every((selector) => document.querySelector(selector)))
					afterPaint(() => resolve(performance.now()));
				else requestAnimationFrame(look);
			};
			requestAnimationFrame(look);
		});
	const firstRows = firstFrameWith(["[data-ticket-id]"]);
	const usable = firstFrameWith(["[data-ticket-id]", "nav a[aria-current=page][href^='/queues/'] span"]);
	Object.assign(window, {
		deskwatchProbe: {
			arm,
			result: () => finished,
			firstRowsAt: () => firstRows,
			usableAt: () => usable,
		} satisfies PageProbe,
	});
}
