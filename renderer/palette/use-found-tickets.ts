import { useEffect, useState } from "react";
import { callWorker } from "../data/index.ts";
import type { QueueRow } from "../worker/protocol.ts";

const SHOWN = 8;

/** The tickets that fit what was typed, by number, words and people. */
export function useFoundTickets(query: string): readonly QueueRow[] {
	const [found, setFound] = useState<readonly QueueRow[]>([]);
	const text = query.trim();
	useEffect(() => {
		let isOver = false;
		if (text === "") setFound([]);
		else {
			void callWorker("findTickets", { text, limit: SHOWN }).then((rows) => {
				if (!isOver) setFound(rows);
			});
		}
		return () => {
			isOver = true;
		};
	}, [text]);
	return found;
}
