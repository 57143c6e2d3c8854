import { wallText } from "../text/en/wall.ts";
import classes from "./wall.module.css";
import { WallFrame } from "./wall-frame.tsx";

interface Props {
	readonly onWall: () => void;
	readonly onSelf: () => void;
}

/** Asks before a browser in which somebody works becomes a wall, which can only read. */
export function WallQuestion({ onWall, onSelf }: Props) {
	return (
		<WallFrame>
			<div className={classes.message}>
				<h1>{wallText.question.title}</h1>
				<p>{wallText.question.hint}</p>
				<div className={classes.answers}>
					<button type="button" className={classes.answer} onClick={onSelf}>
						{wallText.question.self}
					</button>
					<button type="button" className={classes.answer} onClick={onWall}>
						{wallText.question.wall}
					</button>
				</div>
			</div>
		</WallFrame>
	);
}
