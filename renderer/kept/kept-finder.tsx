import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { useEffect } from "react";
import classes from "./kept-finder.module.css";

/** One of what there is to choose from. */
export interface Findable {
	readonly id: string;
	readonly name: string;
	/** Of the team that has it, where one has. */
	readonly teamName: string | null;
	readonly text: string;
}

interface Props {
	readonly words: string;
	readonly onWords: (words: string) => void;
	/** Those that have the words. */
	readonly found: readonly Findable[];
	readonly onPick: (id: string) => void;
	readonly text: { readonly find: string; readonly list: string; readonly nothingFound: string };
}

/** Finds one of what people keep by words, and takes the one that is marked: all by keys. */
export function KeptFinder({ words, onWords, found, onPick, text }: Props) {
	const combobox = useCombobox({ opened: true });
	const ids = found.map(({ id }) => id).join();
	// biome-ignore lint/correctness/useExhaustiveDependencies: the first of what was just found
	useEffect(() => {
		combobox.selectFirstOption();
	}, [ids]);
	return (
		<Combobox store={combobox} onOptionSubmit={onPick}>
			<Combobox.EventsTarget>
				<TextInput
					data-autofocus
					aria-label={text.find}
					placeholder={text.find}
					value={words}
					onChange={(event) => onWords(event.currentTarget.value)}
				/>
			</Combobox.EventsTarget>
			<Combobox.Options className={classes.options} aria-label={text.list}>
				{found.map((each) => (
					<Combobox.Option key={each.id} value={each.id}>
						<span className={classes.name}>{each.name}</span>
						<span className={classes.whose}>{each.teamName ?? ""}</span>
						<span className={classes.excerpt}>{each.text}</span>
					</Combobox.Option>
				))}
				{found.length === 0 ? <Combobox.Empty>{text.nothingFound}</Combobox.Empty> : null}
			</Combobox.Options>
		</Combobox>
	);
}
