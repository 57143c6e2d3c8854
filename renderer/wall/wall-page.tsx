import { useEffect, useState } from "react";
import { readPreference } from "../preferences/index.ts";
import { wallText } from "../text/en/wall.ts";
import { judgeWall } from "./judge-wall.ts";
import { forgetToken, hasToken, takeToken } from "./take-token.ts";
import { useSteadyNow } from "./use-steady-now.ts";
import { useWall } from "./use-wall.ts";
import { useWallUpdate } from "./use-wall-update.ts";
import { WallBoard } from "./wall-board.tsx";
import { WallFrame } from "./wall-frame.tsx";
import { WallMessage } from "./wall-message.tsx";
import { WallQuestion } from "./wall-question.tsx";

/** The wall; a link's token is spent at once, except in a browser where somebody works. */
export function WallPage() {
	const [token, setToken] = useState(takeToken);
	const [isAsking, setIsAsking] = useState(() => token !== null && isConsoleUsedHere());
	useWallUpdate();
	useEffect(() => {
		document.title = wallText.title;
		forgetToken();
		// A link with another token, opened on a screen that shows the wall already.
		const handleHash = () => hasToken() && location.reload();
		window.addEventListener("hashchange", handleHash);
		return () => window.removeEventListener("hashchange", handleHash);
	}, []);
	if (!isAsking) return <WallScreen token={token} />;
	return (
		<WallQuestion
			onWall={() => setIsAsking(false)}
			onSelf={() => {
				setToken(null);
				setIsAsking(false);
			}}
		/>
	);
}

/** A browser has one sign-in for all its windows: as a wall's it could only read. */
function isConsoleUsedHere(): boolean {
	return readPreference("setup.was-done") === true && readPreference("wall.was-let-in") !== true;
}

/** All of it, or why there is nothing to show. */
function WallScreen({ token }: { readonly token: string | null }) {
	const standing = useWall(token);
	const nowMs = useSteadyNow();
	if (standing.answer === null) return <WallMessage standing={standing} nowMs={nowMs} />;
	return (
		<WallFrame>
			<WallBoard view={judgeWall(standing.answer, nowMs)} deskName={standing.answer.wall.deskName} />
		</WallFrame>
	);
}
