import { Select, type SelectProps } from "@mantine/core";
import type { ReactNode } from "react";
import { ticketText } from "../text/en/ticket.ts";
import classes from "./facts.module.css";
import { QuietField } from "./quiet-field.tsx";

interface FactProps {
	readonly label: string;
	readonly error?: string | undefined;
	readonly children: ReactNode;
}

/** A label and what stands behind it. */
export function Fact({ label, error, children }: FactProps) {
	return (
		<div className={classes.fact}>
			<span className={classes.label}>{label}</span>
			<div className={classes.value}>
				{children}
				{error === undefined ? null : (
					<p className={classes.error} role="alert">
						{error}
					</p>
				)}
			</div>
		</div>
	);
}

interface PickerProps {
	readonly label: string;
	readonly data: NonNullable<SelectProps<string>["data"]>;
	readonly value: string | null;
	/** The value in words. */
	readonly name: string | null;
	readonly placeholder: string;
	readonly canEdit: boolean;
	readonly onChange: (value: string | null) => void;
}

/** As many as a person can look through; typing finds the others. */
const SHOWN = 60;

/** A value that is chosen from a list. */
export function Picker({ label, data, value, name, placeholder, canEdit, onChange }: PickerProps) {
	return (
		<QuietField label={label} value={name} placeholder={placeholder} isDisabled={!canEdit}>
			{(entering) => (
				<Select
					{...entering}
					aria-label={label}
					data={data}
					value={value}
					placeholder={placeholder}
					onChange={(chosen) => {
						if (chosen !== value) onChange(chosen);
					}}
					onFocus={(event) => event.currentTarget.select()}
					searchable
					clearable={value !== null}
					clearButtonProps={{ "aria-label": `${ticketText.pick.clear} ${label.toLowerCase()}` }}
					limit={SHOWN}
					nothingFoundMessage={ticketText.pick.nothingFound}
					comboboxProps={{ shadow: "md" }}
					maxDropdownHeight={260}
				/>
			)}
		</QuietField>
	);
}
