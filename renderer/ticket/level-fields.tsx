import { Select } from "@mantine/core";
import { derivePriority, type Level } from "../../shared/ticket/priority.ts";
import { useTopic } from "../data/index.ts";
import { PriorityMark } from "../marks/index.ts";
import { ticketText } from "../text/en/ticket.ts";
import classes from "./new-ticket.module.css";

interface Levels {
	readonly impact: Level;
	readonly urgency: Level;
}

interface Props {
	readonly values: Levels;
	/** By the name of the field. */
	readonly errors: Readonly<Partial<Record<keyof Levels, string>>>;
	readonly change: (part: Partial<Levels>) => void;
}

const LEVELS: readonly Level[] = [1, 2, 3];
const LEVEL_CHOICES = LEVELS.map((level) => ({ value: String(level), label: ticketText.level(level) }));

/** Impact and urgency, with the priority that the desk's matrix makes of them. */
export function LevelFields({ values, errors, change }: Props) {
	const matrix = useTopic("settings", null)?.priorities.matrix;
	return (
		<div className={classes.columns}>
			{(["impact", "urgency"] as const).map((field) => (
				<Select
					key={field}
					label={ticketText.fields[field]}
					data={LEVEL_CHOICES}
					value={String(values[field])}
					onChange={(value) => change({ [field]: levelOf(value) })}
					allowDeselect={false}
					error={errors[field]}
				/>
			))}
			<div className={classes.priority}>
				<span className={classes.label}>{ticketText.create.priority}</span>
				<output>
					<PriorityMark priority={derivePriority(values.impact, values.urgency, matrix)} />
				</output>
			</div>
		</div>
	);
}

function levelOf(value: string | null): Level {
	return LEVELS.find((level) => String(level) === value) ?? 3;
}
