import type { Lifecycle, Move, StateDefinition } from "../../shared/ticket/lifecycle.ts";

/** All moves from one state to another: one arrow. */
export interface Way {
	readonly from: StateDefinition;
	readonly to: StateDefinition;
	readonly moves: readonly Move[];
	/** Nobody makes any of its moves by hand. */
	readonly isByItself: boolean;
}

export interface Place {
	readonly state: StateDefinition;
	readonly x: number;
	readonly y: number;
}

export interface Arrow extends Way {
	/** An SVG path, from edge to edge. */
	readonly path: string;
	readonly label: { readonly x: number; readonly y: number; readonly anchor: "start" | "middle" | "end" };
}

export interface Picture {
	readonly width: number;
	readonly height: number;
	readonly places: readonly Place[];
	readonly arrows: readonly Arrow[];
}

export const BOX = { width: 156, height: 52 } as const;
const GAP = { x: 44, y: 56 } as const;
const MARGIN = 16;
/** How far an arrow that passes by other states swings out, its label included; and each further one beside it. */
const SWING = { first: 118, further: 18 } as const;

type Side = "down" | "left" | "right";

/**
 * States in layers, each below those that lead to it, ends last. Arrows to the next layer run down; those
 * past a layer swing round at the right, those back at the left, each in a lane of its own.
 */
export function layOut(lifecycle: Lifecycle): Picture {
	const layers = layersOf(lifecycle);
	const ways = waysOf(lifecycle);
	const rowOf = (state: StateDefinition) => layers.findIndex((layer) => layer.includes(state));
	const sideOf = (way: Way): Side => {
		const down = rowOf(way.to) - rowOf(way.from);
		return down === 1 ? "down" : down > 1 ? "right" : "left";
	};
	const lanes = (side: Side) =>
		ways
			.filter((way) => sideOf(way) === side)
			.sort((one, other) => length(one) - length(other) || rowOf(other.from) - rowOf(one.from));
	const length = ({ from, to }: Way) => Math.abs(rowOf(to) - rowOf(from));
	const room = (side: Side) => {
		const count = lanes(side).length;
		return MARGIN + (count === 0 ? 0 : SWING.first + (count - 1) * SWING.further);
	};
	const inner = Math.max(...layers.map(widthOf));
	const places = layers.flatMap((layer, row) =>
		layer.map((state, column) => ({
			state,
			x: room("left") + (inner - widthOf(layer)) / 2 + column * (BOX.width + GAP.x),
			y: MARGIN + row * (BOX.height + GAP.y),
		})),
	);
	const placeOf = (state: StateDefinition) => places.find((place) => place.state === state) ?? NOWHERE;
	/** Where an edge is shared, arrows that arrive are above those that leave. */
	const alongEdge = (way: Way, state: StateDefinition, side: Side): number => {
		const ofSide = ways.filter((other) => sideOf(other) === side);
		const arriving = ofSide.filter((other) => other.to === state);
		const leaving = ofSide.filter((other) => other.from === state);
		const isTop = side === "down" && way.to === state;
		const shared = side === "down" ? (isTop ? arriving : leaving) : [...arriving, ...leaving];
		return (shared.indexOf(way) + 1) / (shared.length + 1);
	};
	const draw = (way: Way): Arrow => {
		const side = sideOf(way);
		const ends = {
			from: placeOf(way.from),
			to: placeOf(way.to),
			leaves: alongEdge(way, way.from, side),
			arrives: alongEdge(way, way.to, side),
		};
		if (side === "down") return { ...way, ...drawDown(ends) };
		const out = SWING.first - MARGIN + lanes(side).indexOf(way) * SWING.further;
		const rail = side === "left" ? room("left") - out : room("left") + inner + out;
		return { ...way, ...drawRound(ends, side, rail) };
	};
	return {
		width: room("left") + inner + room("right"),
		height: 2 * MARGIN + layers.length * BOX.height + (layers.length - 1) * GAP.y,
		places,
		arrows: ways.map(draw),
	};
}

const NOWHERE: Pick<Place, "x" | "y"> = { x: 0, y: 0 };

function widthOf(layer: readonly StateDefinition[]): number {
	return layer.length * BOX.width + (layer.length - 1) * GAP.x;
}

/** As a lifecycle lists its states: a move to one further down leads on, any other leads back. */
function layersOf({ states }: Lifecycle): readonly (readonly StateDefinition[])[] {
	const isEnd = ({ phase }: StateDefinition) => phase === "closed" || phase === "canceled";
	const rows = new Map(states.map((state) => [state.value, 0]));
	for (const [index, { value, moves }] of states.entries()) {
		for (const { to } of moves) {
			const isOnwards = states.findIndex((state) => state.value === to) > index;
			if (isOnwards) rows.set(to, Math.max(rows.get(to) ?? 0, (rows.get(value) ?? 0) + 1));
		}
	}
	const going = states.filter((state) => !isEnd(state));
	const last = 1 + Math.max(...going.map(({ value }) => rows.get(value) ?? 0));
	const rowOf = (state: StateDefinition) => (isEnd(state) ? last : (rows.get(state.value) ?? 0));
	return Array.from({ length: last + 1 }, (_, row) => states.filter((state) => rowOf(state) === row)).filter(
		(layer) => layer.length > 0,
	);
}

function waysOf({ states }: Lifecycle): readonly Way[] {
	return states.flatMap((from) =>
		[...Map.groupBy(from.moves, ({ to }) => to)].flatMap(([value, moves]) => {
			const to = states.find((state) => state.value === value);
			return to ? [{ from, to, moves, isByItself: moves.every(({ by }) => by === "system") }] : [];
		}),
	);
}

interface Ends {
	readonly from: Pick<Place, "x" | "y">;
	readonly to: Pick<Place, "x" | "y">;
	/** Where along the edge, 0–1: arrows do not lie on each other. */
	readonly leaves: number;
	readonly arrives: number;
}

type Drawn = Pick<Arrow, "path" | "label">;

function drawDown({ from, to, leaves, arrives }: Ends): Drawn {
	const start = { x: from.x + leaves * BOX.width, y: from.y + BOX.height };
	const end = { x: to.x + arrives * BOX.width, y: to.y };
	const middle = (start.y + end.y) / 2;
	return {
		path: `M ${start.x} ${start.y} C ${start.x} ${middle} ${end.x} ${middle} ${end.x} ${end.y}`,
		label: { x: (start.x + end.x) / 2, y: middle + 4, anchor: "middle" },
	};
}

function drawRound({ from, to, leaves, arrives }: Ends, side: "left" | "right", rail: number): Drawn {
	const edge = side === "left" ? 0 : BOX.width;
	const start = { x: from.x + edge, y: from.y + leaves * BOX.height };
	const end = { x: to.x + edge, y: to.y + arrives * BOX.height };
	const bend = 12 * Math.sign(end.y - start.y || 1);
	const turn = side === "left" ? 12 : -12;
	return {
		path: [
			`M ${start.x} ${start.y} H ${rail + turn}`,
			`Q ${rail} ${start.y} ${rail} ${start.y + bend}`,
			`V ${end.y - bend}`,
			`Q ${rail} ${end.y} ${rail + turn} ${end.y}`,
			`H ${end.x}`,
		].join(" "),
		label: {
			x: start.x + (side === "left" ? -8 : 8),
			y: start.y + 4,
			anchor: side === "left" ? "end" : "start",
		},
	};
}
