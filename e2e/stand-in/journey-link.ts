/** The main process's end of the line to the journey. */
import type { FromMain, Question, ShellEvent, ToMain } from "./messages.ts";

type Answerer = (question: Question) => unknown;

export function tell(message: FromMain): void {
	process.send?.(message);
}

export function tellEvent(event: ShellEvent): void {
	tell({ type: "event", event });
}

/** Answers the journey's questions; an error is an answer too. */
export function answerJourney(answer: Answerer): void {
	process.on("message", async ({ requestId, question }: ToMain) => {
		try {
			tell({ type: "answer", requestId, value: await answer(question) });
		} catch (error) {
			tell({ type: "answer", requestId, error: error instanceof Error ? error.message : String(error) });
		}
	});
	process.on("disconnect", () => process.exit(1));
}
