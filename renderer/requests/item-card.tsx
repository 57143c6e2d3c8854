import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { requestsText as text } from "../text/en/requests.ts";
import { AnswerInput } from "../ticket/index.ts";
import type { ItemValues } from "./request-values.ts";
import classes from "./requests.module.css";

interface Props {
	/** From 1. */
	readonly index: number;
	readonly item: ItemValues;
	readonly errors: Readonly<Record<string, string>>;
	readonly onChange: (item: ItemValues) => void;
	readonly onRemove: () => void;
}

/** One item of a request with the fields that its offer asks for. */
export function ItemCard({ index, item, errors, onChange, onRemove }: Props) {
	const { key, name, answers } = item;
	return (
		<fieldset className={classes.item}>
			<legend>{text.item(index, name)}</legend>
			<ActionIcon className={classes.remove} aria-label={text.remove(name)} onClick={onRemove}>
				<IconX size={16} />
			</ActionIcon>
			{answers.length === 0 ? <p className={classes.dim}>{text.nothingAsked}</p> : null}
			{answers.map((answer, place) => (
				<AnswerInput
					key={answer.key}
					answer={answer}
					error={errors[`${key} ${answer.key}`]}
					onChange={(value) => onChange({ ...item, answers: answers.with(place, { ...answer, value }) })}
				/>
			))}
		</fieldset>
	);
}
