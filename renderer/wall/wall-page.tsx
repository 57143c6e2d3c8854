import { useEffect } from "react";
import { wallText } from "../text/en/wall.ts";
import { judgeWall } from "./judge-wall.ts";
import { useSteadyNow, useWall } from "./use-wall.ts";
import { useWallUpdate } from "./use-wall-update.ts";
import { WallBoard } from "./wall-board.tsx";
import { WallFrame } from "./wall-frame.tsx";
import { WallMessage } from "./wall-message.tsx";

/** The wall: all of it, or why there is nothing to show. */
export function WallPage() {
	const standing = useWall();
	const nowMs = useSteadyNow();
	useWallUpdate();
	useEffect(() => {
		document.title = wallText.title;
	}, []);
	if (standing.answer === null) return <WallMessage standing={standing} nowMs={nowMs} />;
	return (
		<WallFrame>
			<WallBoard view={judgeWall(standing.answer, nowMs)} deskName={standing.answer.wall.deskName} />
		</WallFrame>
	);
}
