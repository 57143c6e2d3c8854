import { TagsInput } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useEffect, useState } from "react";
import { TAG_LIMITS, tagOf } from "../../../shared/ticket/parts/tags.ts";
import { callWorker } from "../../data/index.ts";
import { tagsText } from "../../text/en/tags.ts";

interface Props {
	readonly label: string;
	readonly description?: ReactNode;
	readonly value: readonly string[];
	readonly onChange: (tags: readonly string[]) => void;
	/** Enter where nothing is typed. */
	readonly onDone?: () => void;
	readonly isFocused?: boolean;
}

/** Tags typed one after the other, completed from those in use. */
export function TagsField({ label, description, value, onChange, onDone, isFocused }: Props) {
	const inUse = useTagsInUse();
	const [typed, setTyped] = useState("");
	const [error, setError] = useState<string | null>(null);

	function take(typedTags: readonly string[]): void {
		const wrong = typedTags.find((tag) => tagOf(tag) === null);
		setError(wrong === undefined ? null : tagsText.notOne(wrong));
		const tags = typedTags.flatMap((tag) => tagOf(tag) ?? []);
		onChange([...new Set(tags)]);
	}
	function handleKeyDown(event: KeyboardEvent): void {
		if (event.key !== "Enter" || typed.trim() !== "" || error !== null) return;
		event.preventDefault();
		onDone?.();
	}
	return (
		<TagsInput
			data-autofocus={isFocused || undefined}
			label={label}
			description={description}
			placeholder={value.length === 0 ? tagsText.placeholder : ""}
			data={inUse}
			limit={8}
			maxTags={TAG_LIMITS.perTicket}
			splitChars={[",", " "]}
			value={[...value]}
			onChange={take}
			searchValue={typed}
			onSearchChange={(next) => {
				setTyped(next);
				if (next !== "") setError(null);
			}}
			onKeyDown={handleKeyDown}
			error={error}
			comboboxProps={{ shadow: "md" }}
		/>
	);
}

function useTagsInUse(): string[] {
	const [inUse, setInUse] = useState<string[]>([]);
	useEffect(() => {
		let isOver = false;
		void callWorker("listTags").then((tags) => {
			if (!isOver) setInUse(tags.map(({ tag }) => tag));
		});
		return () => {
			isOver = true;
		};
	}, []);
	return inUse;
}
