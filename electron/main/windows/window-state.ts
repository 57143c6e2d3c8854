import { z } from "zod";

const boundsSchema = z.object({
	x: z.int(),
	y: z.int(),
	width: z.int().min(1),
	height: z.int().min(1),
});
/** A rectangle of the screen, in device-independent pixels. */
export type Bounds = Readonly<z.infer<typeof boundsSchema>>;

/** How a window was left. */
export const windowStateSchema = z.object({ bounds: boundsSchema, isMaximized: z.boolean() });
export type WindowState = Readonly<z.infer<typeof windowStateSchema>>;

export const SMALLEST = { width: 900, height: 600 } as const;
const USUAL = { width: 1_366, height: 860 } as const;
/** So much of a window must be on a display for a person to get hold of it. */
const GRIP = { width: 120, height: 40 } as const;

/** Where a window opens: as it was left, where the displays of today still show it; else amid the first one. */
export function placeWindow(saved: WindowState | null, workAreas: readonly Bounds[]): WindowState {
	const home = saved && workAreas.find((area) => canBeGrasped(saved.bounds, area));
	if (saved && home) return { bounds: fitInto(saved.bounds, home), isMaximized: saved.isMaximized };
	const first = workAreas[0] ?? { x: 0, y: 0, ...USUAL };
	return { bounds: centreIn(first), isMaximized: saved?.isMaximized ?? false };
}

/** The title bar is at the top: that is the part that must be in reach. */
function canBeGrasped(bounds: Bounds, area: Bounds): boolean {
	const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
	const height = Math.min(bounds.y + GRIP.height, area.y + area.height) - Math.max(bounds.y, area.y);
	return width >= GRIP.width && height >= GRIP.height;
}

function fitInto(bounds: Bounds, area: Bounds): Bounds {
	const width = clamp(bounds.width, SMALLEST.width, area.width);
	const height = clamp(bounds.height, SMALLEST.height, area.height);
	return {
		width,
		height,
		x: clamp(bounds.x, area.x, area.x + area.width - width),
		y: clamp(bounds.y, area.y, area.y + area.height - height),
	};
}

function centreIn(area: Bounds): Bounds {
	const width = Math.min(USUAL.width, area.width);
	const height = Math.min(USUAL.height, area.height);
	return {
		width,
		height,
		x: area.x + Math.round((area.width - width) / 2),
		y: area.y + Math.round((area.height - height) / 2),
	};
}

/** The upper bound wins: on a small display the window is as large as the display. */
function clamp(value: number, least: number, most: number): number {
	return Math.min(Math.max(value, least), most);
}
