import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, type RefObject, useId } from "react";
import { searchText } from "../text/en/search.ts";
import classes from "./search.module.css";
import { useSuggestions } from "./use-suggestions.ts";

interface Props {
	readonly fieldRef: RefObject<HTMLInputElement | null>;
	readonly value: string;
	readonly onChange: (value: string) => void;
	/** Keys that the suggestions have no use for. */
	readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
	readonly label: string;
	readonly placeholder: string;
	readonly className?: string | undefined;
	readonly aside?: ReactNode;
}

const ICON = <IconSearch size={14} aria-hidden="true" />;

/**
 * Where a search is typed; it offers the values of a filter as soon as one is begun. Its list is drawn by
 * hand, over what is below: a library's would be drawn with every key, also while there is nothing in it.
 */
export function SearchField(props: Props) {
	const { fieldRef, value, onChange, onKeyDown, label, placeholder, className, aside } = props;
	const listId = useId();
	const offered = useSuggestions(value, onChange, fieldRef);
	const { suggestions, chosen } = offered;
	const isOpen = suggestions.length > 0;
	const optionId = (index: number) => `${listId}-${index}`;

	function handleKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
		if (offered.handleKey(event)) event.preventDefault();
		else onKeyDown(event);
	}

	return (
		<div className={classes.field}>
			<TextInput
				ref={fieldRef}
				className={className}
				value={value}
				onChange={(event) => {
					onChange(event.currentTarget.value);
					offered.noteCaret();
				}}
				onSelect={offered.noteCaret}
				onBlur={offered.close}
				onKeyDown={handleKeyDown}
				placeholder={placeholder}
				aria-label={label}
				role="combobox"
				aria-autocomplete="list"
				aria-expanded={isOpen}
				aria-controls={isOpen ? listId : undefined}
				aria-activedescendant={chosen === null ? undefined : optionId(chosen)}
				leftSection={ICON}
				rightSection={aside}
				autoComplete="off"
				spellCheck={false}
			/>
			{isOpen ? (
				<div id={listId} role="listbox" aria-label={searchText.suggestions} className={classes.list}>
					{suggestions.map(({ token, hint }, index) => (
						// biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and handles the keys
						<div
							key={token}
							id={optionId(index)}
							role="option"
							tabIndex={-1}
							aria-selected={index === chosen}
							className={classes.option}
							// The field keeps the focus.
							onMouseDown={(event) => event.preventDefault()}
							onClick={() => offered.take(index)}
						>
							<span>{token}</span>
							<span className={classes.hint}>{hint}</span>
						</div>
					))}
				</div>
			) : null}
		</div>
	);
}
