import type { NewChangeValues } from "./new-change-values.ts";

/** What every part of the form of a new change gets. */
export interface FieldProps {
	readonly values: NewChangeValues;
	/** By the path of the field. */
	readonly errors: Readonly<Record<string, string>>;
	readonly change: (part: Partial<NewChangeValues>) => void;
}
