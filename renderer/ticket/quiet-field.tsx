import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import classes from "./quiet-field.module.css";

/** What the field needs while it is entered: it opens its list at once, and says when it is left. */
export interface Entering {
	readonly autoFocus: true;
	readonly defaultDropdownOpened: true;
	readonly onDropdownClose: () => void;
}

interface Props {
	readonly label: string;
	readonly value: string | null;
	/** In place of no value. */
	readonly placeholder: string;
	readonly isDisabled: boolean;
	readonly children: (entering: Entering) => ReactNode;
}

/**
 * A value that becomes a list of choices when it is entered. A ticket has many of them and is opened
 * far more often than changed: text costs next to nothing, a list that waits does not.
 */
export function QuietField({ label, value, placeholder, isDisabled, children }: Props) {
	const [isEntered, setIsEntered] = useState(false);
	const button = useRef<HTMLButtonElement>(null);
	const field = useRef<HTMLDivElement>(null);

	/** Focus goes back to the value, unless it has gone elsewhere already. */
	function handleClose(): void {
		const isInside = field.current?.contains(document.activeElement) ?? false;
		setIsEntered(false);
		if (isInside) requestAnimationFrame(() => button.current?.focus());
	}
	function handleKeyDown(event: KeyboardEvent): void {
		if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
		event.preventDefault();
		setIsEntered(true);
	}

	if (isEntered && !isDisabled) {
		return (
			<div ref={field}>
				{children({ autoFocus: true, defaultDropdownOpened: true, onDropdownClose: handleClose })}
			</div>
		);
	}
	return (
		<button
			ref={button}
			type="button"
			role="combobox"
			aria-haspopup="listbox"
			aria-expanded={false}
			aria-label={label}
			className={classes.field}
			data-empty={value === null || undefined}
			disabled={isDisabled}
			title={value ?? undefined}
			onClick={() => setIsEntered(true)}
			onKeyDown={handleKeyDown}
		>
			{value ?? placeholder}
		</button>
	);
}
