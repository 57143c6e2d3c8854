import { Select, type SelectProps } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useMemo, useState } from "react";
import { callWorker } from "../data/index.ts";
import { servicesText } from "../text/en/services.ts";

export interface CiChoice {
	readonly id: string;
	readonly name: string;
}

interface Props extends Omit<SelectProps<string>, "value" | "onChange" | "data"> {
	readonly value: CiChoice | null;
	readonly onChange: (ci: CiChoice | null) => void;
}

const FOUND = 30;
const PAUSE_MS = 60;

/** One of all CIs by a few letters of its name or its external id, also offline; tens of thousands of them cost nothing. */
export function CiSelect({ value, onChange, ...props }: Props) {
	const [search, setSearch] = useState("");
	const [found, setFound] = useState<readonly CiChoice[]>([]);
	const [wanted] = useDebouncedValue(search, PAUSE_MS);
	const [isAsked, setIsAsked] = useState(false);

	useEffect(() => {
		if (!isAsked) return;
		let isOver = false;
		const text = wanted === value?.name ? "" : wanted;
		void callWorker("findCis", { text, limit: FOUND }).then((cis) => {
			if (!isOver) setFound(cis);
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
			placeholder={servicesText.pick.placeholder}
			{...props}
			data={choices}
			value={value?.id ?? null}
			onChange={(id, option) => onChange(id === null || option === null ? null : { id, name: option.label })}
			searchable
			searchValue={search}
			onSearchChange={setSearch}
			onFocus={(event) => {
				setIsAsked(true);
				event.currentTarget.select();
			}}
			// The worker has searched already.
			filter={({ options }) => options}
			nothingFoundMessage={servicesText.pick.nothing}
			comboboxProps={{ shadow: "md" }}
			maxDropdownHeight={260}
		/>
	);
}
