import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { BackgroundState } from "../../../shared/bridge.ts";
import { type BackgroundChild, BackgroundProcess } from "./background-process.ts";

/** A program that does what the test says. */
class Program implements BackgroundChild {
	readonly posted: unknown[] = [];
	isKilled = false;
	readonly #messageListeners: ((message: unknown) => void)[] = [];
	readonly #exitListeners: ((code: number, lastWords: string | null) => void)[] = [];

	readonly onMessage = (listener: (message: unknown) => void): void =>
		void this.#messageListeners.push(listener);
	readonly onExit = (listener: (code: number, lastWords: string | null) => void): void =>
		void this.#exitListeners.push(listener);
	readonly post = (message: unknown): void => void this.posted.push(message);
	readonly kill = (): void => {
		this.isKilled = true;
	};

	say(message: unknown): void {
		for (const listener of this.#messageListeners) listener(message);
	}

	exit(code: number, lastWords: string | null = null): void {
		for (const listener of this.#exitListeners) listener(code, lastWords);
	}
}

function supervise() {
	const programs: Program[] = [];
	const states: BackgroundState["state"][] = [];
	const background = new BackgroundProcess({
		token: "launch-token",
		fork: () => {
			const program = new Program();
			programs.push(program);
			return program;
		},
		onState: ({ state }) => states.push(state),
	});
	background.start();
	return { background, programs, states };
}

const ready = (port: number) => ({ type: "ready", listening: `http://127.0.0.1:${port}` });

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe("BackgroundProcess", () => {
	it("holds a request until the first start is through", async () => {
		const { background, programs } = supervise();
		const door = background.door();
		programs[0]?.say(ready(4_001));
		expect(await door).toEqual({ port: 4_001, token: "launch-token" });
	});

	it("holds it no longer than ten seconds", async () => {
		const { background } = supervise();
		const door = background.door();
		await vi.advanceTimersByTimeAsync(10_000);
		expect(await door).toBeNull();
	});

	it("starts it again, later each time, and closes the door meanwhile", async () => {
		const { background, programs, states } = supervise();
		programs[0]?.say(ready(4_001));
		programs[0]?.exit(1, "out of memory");
		expect(await background.door()).toBeNull();
		expect(background.state).toMatchObject({ state: "restarting", attempt: 1, reason: "out of memory" });
		await vi.advanceTimersByTimeAsync(250);
		programs[1]?.exit(1);
		expect(background.state).toMatchObject({ attempt: 2, reason: "exit code 1" });
		await vi.advanceTimersByTimeAsync(499);
		expect(programs).toHaveLength(2);
		await vi.advanceTimersByTimeAsync(1);
		programs[2]?.say(ready(4_002));
		expect(await background.door()).toMatchObject({ port: 4_002 });
		expect(states).toEqual(["running", "restarting", "restarting", "running"]);
	});

	it("asks it to stop, and does not start it again", async () => {
		const { background, programs } = supervise();
		programs[0]?.say(ready(4_001));
		const stopped = background.stop();
		expect(programs[0]?.posted).toEqual([{ type: "stop" }]);
		programs[0]?.exit(0);
		await stopped;
		await vi.advanceTimersByTimeAsync(60_000);
		expect(programs).toHaveLength(1);
		expect(background.state).toEqual({ state: "stopped" });
	});

	it("kills what does not stop in time", async () => {
		const { background, programs } = supervise();
		const stopped = background.stop();
		await vi.advanceTimersByTimeAsync(8_000);
		await stopped;
		expect(programs[0]?.isKilled).toBe(true);
	});

	it("does not start what was waiting for its restart when the app quits", async () => {
		const { background, programs } = supervise();
		programs[0]?.exit(1);
		await background.stop();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(programs).toHaveLength(1);
	});
});
