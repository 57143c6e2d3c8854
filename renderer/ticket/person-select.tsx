import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { callWorker } from "../data/index.ts";
import { ticketText } from "../text/en/ticket.ts";
import type { Entering } from "./quiet-field.tsx";

export interface PersonChoice {
	readonly id: string;
	readonly name: string;
}

interface Props {
	/** Without it, `aria-label` names the field. */
	readonly label?: string;
	readonly ariaLabel?: string;
	/** Who is chosen, with the name at hand. */
	readonly value: PersonChoice | null;
	readonly onChange: (person: PersonChoice | null) => void;
	readonly error?: ReactNode;
	readonly placeholder?: string;
	readonly isRequired?: boolean;
	readonly isClearable?: boolean;
	readonly isFocusedFirst?: boolean;
	/** Where it took the place of a quiet value. */
	readonly entering?: Entering;
}

const FOUND = 20;
const PAUSE_MS = 60;

/** Finds one of all people of the desk by name or address, also offline. */
export function PersonSelect(props: Props) {
	const { value, onChange } = props;
	const [search, setSearch] = useState("");
	const [found, setFound] = useState<readonly PersonChoice[]>([]);
	const [wanted] = useDebouncedValue(search, PAUSE_MS);
	// Nobody is looked for until somebody looks: a ticket is opened more often than its caller is changed.
	const [isAsked, setIsAsked] = useState(false);

	useEffect(() => {
		if (!isAsked) return;
		let isOver = false;
		const text = wanted === value?.name ? "" : wanted;
		void callWorker("findPeople", { text, limit: FOUND }).then((people) => {
			if (!isOver) setFound(people);
		});
		return () => {
			isOver = true;
		};
	}, [isAsked, wanted, value?.name]);

	const choices = useMemo(() => {
		const others = found.filter(({ id }) => id !== value?.id);
		return (value ? [value, ...others] : others).map(({ id, name }) => ({ value: id, label: name }));
	}, [found, value]);

	return (
		<Select
			label={props.label}
			aria-label={props.ariaLabel}
			autoFocus={props.isFocusedFirst ?? false}
			data={choices}
			value={value?.id ?? null}
			onChange={(id, option) => onChange(id === null || option === null ? null : { id, name: option.label })}
			searchable
			openOnFocus={false}
			searchValue={search}
			onSearchChange={setSearch}
			onFocus={(event) => {
				setIsAsked(true);
				if (props.entering) event.currentTarget.select();
			}}
			// The worker has searched already.
			filter={({ options }) => options}
			nothingFoundMessage={ticketText.pick.nobodyFound}
			placeholder={props.placeholder ?? ticketText.pick.person}
			error={props.error}
			withAsterisk={props.isRequired ?? false}
			clearable={props.isClearable ?? false}
			comboboxProps={{ shadow: "md" }}
			maxDropdownHeight={260}
			{...props.entering}
		/>
	);
}
