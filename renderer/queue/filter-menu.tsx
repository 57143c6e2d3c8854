import { Button, Combobox, ScrollArea, useCombobox } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { queueText } from "../text/en/queue.ts";
import classes from "./queue.module.css";
import type { Choice } from "./use-filter-choices.ts";

/** Longer lists are searched, not scrolled. */
const SHOWN = 100;
const SEARCHED_FROM = 9;

interface Props {
	readonly label: string;
	readonly choices: readonly Choice[];
	readonly chosen: readonly string[];
	readonly onChange: (chosen: readonly string[]) => void;
}

/** A button whose menu switches values on and off; typing finds one. */
export function FilterMenu({ label, choices, chosen, onChange }: Props) {
	const [search, setSearch] = useState("");
	const button = useRef<HTMLButtonElement>(null);
	const isSearched = choices.length >= SEARCHED_FROM;
	const combobox = useCombobox({
		onDropdownClose: () => {
			combobox.resetSelectedOption();
			// At once: the store's own way waits for a timer, which would take the focus from where it went meanwhile.
			button.current?.focus();
			setSearch("");
		},
		onDropdownOpen: () => {
			if (isSearched) combobox.focusSearchInput();
			combobox.selectFirstOption();
		},
	});
	const found = findChoices(choices, search);

	function toggle(value: string): void {
		onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
	}

	return (
		<Combobox store={combobox} onOptionSubmit={toggle} position="bottom-start" width={240} shadow="md">
			<Combobox.Target targetType="button" withAriaAttributes>
				<Button
					ref={button}
					variant="default"
					className={classes.filterButton}
					data-active={chosen.length > 0 || undefined}
					rightSection={<IconChevronDown size={12} aria-hidden="true" />}
					onClick={() => combobox.toggleDropdown()}
				>
					{label}
				</Button>
			</Combobox.Target>
			<Combobox.Dropdown>
				{isSearched ? (
					<Combobox.Search
						value={search}
						onChange={(event) => setSearch(event.currentTarget.value)}
						placeholder={queueText.filterSearch(label)}
						aria-label={queueText.filterSearch(label)}
					/>
				) : null}
				<Combobox.Options aria-label={label}>
					<ScrollArea.Autosize mah={280} type="auto">
						{found.slice(0, SHOWN).map(({ value, label: text }) => (
							<Combobox.Option key={value} value={value} active={chosen.includes(value)}>
								<span className={classes.option}>
									<IconCheck
										size={14}
										aria-hidden="true"
										style={{ visibility: chosen.includes(value) ? "visible" : "hidden" }}
									/>
									{text}
								</span>
							</Combobox.Option>
						))}
						{found.length === 0 ? <Combobox.Empty>{queueText.nothingFound}</Combobox.Empty> : null}
					</ScrollArea.Autosize>
				</Combobox.Options>
			</Combobox.Dropdown>
		</Combobox>
	);
}

function findChoices(choices: readonly Choice[], search: string): readonly Choice[] {
	const wanted = search.trim().toLowerCase();
	return wanted === "" ? choices : choices.filter(({ label }) => label.toLowerCase().includes(wanted));
}
