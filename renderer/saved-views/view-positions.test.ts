import { expect, test } from "vitest";
import type { ListedView } from "../worker/views/view-protocol.ts";
import { inSamePart, lastPosition, positionBeside } from "./view-positions.ts";

function listed(id: string, position: number, teamId: string | null = null): ListedView {
	const audience = teamId === null ? ({ kind: "own" } as const) : ({ kind: "team", teamId } as const);
	const view = { id, position, audience } as ListedView["view"];
	return { view, teamName: null, editedByName: null, mayEdit: true };
}
const order = (views: readonly ListedView[]) =>
	views.toSorted((one, other) => one.view.position - other.view.position).map(({ view }) => view.id);
const moved = (views: readonly ListedView[], id: string, step: 1 | -1) => {
	const position = positionBeside(views, id, step);
	return order(views.map((one) => (one.view.id === id && position !== null ? listed(id, position) : one)));
};

test("one goes up or down by one place, and nowhere at the ends", () => {
	const views = [listed("a", 1), listed("b", 2), listed("c", 3), listed("d", 4)];
	expect(moved(views, "a", 1)).toEqual(["b", "a", "c", "d"]);
	expect(moved(views, "c", 1)).toEqual(["a", "b", "d", "c"]);
	expect(moved(views, "d", -1)).toEqual(["a", "b", "d", "c"]);
	expect(moved(views, "b", -1)).toEqual(["b", "a", "c", "d"]);
	expect(positionBeside(views, "a", -1)).toBeNull();
	expect(positionBeside(views, "d", 1)).toBeNull();
	expect(positionBeside(views, "gone", 1)).toBeNull();
});

test("a new one comes last among those of the same team", () => {
	const views = [listed("a", 7), listed("b", 2, "network"), listed("c", 5, "servers")];
	expect(lastPosition(inSamePart(views, { kind: "team", teamId: "network" }))).toBe(3);
	expect(lastPosition(inSamePart(views, { kind: "everybody" }))).toBe(1);
});
