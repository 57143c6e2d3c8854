import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { callWorker, useTopic } from "../../data/index.ts";
import { ticketText } from "../../text/en/ticket.ts";
import type { QueueRow } from "../../worker/views/view-protocol.ts";
import type { Entering } from "../quiet-field.tsx";

interface Props {
	readonly label?: string;
	readonly "aria-label"?: string;
	readonly placeholder?: string;
	readonly value: string | null;
	readonly onChange: (ticketId: string | null, row: QueueRow | null) => void;
	readonly error?: string | undefined;
	readonly withAsterisk?: boolean;
	readonly "data-autofocus"?: boolean | undefined;
	/** Where it took the place of a quiet value. */
	readonly entering?: Entering;
	/** Which may be chosen; all without it. */
	readonly isOffered?: (row: QueueRow) => boolean;
	/** What is chosen is kept elsewhere: it is empty again at once, for the next. */
	readonly isForMany?: boolean;
}

const FOUND = 30;
const PAUSE_MS = 60;

/** Finds one ticket by number or words, also offline. */
export function TicketSelect({ value, onChange, entering, isForMany = false, ...rest }: Props) {
	const { isOffered = () => true, ...props } = rest;
	const [search, setSearch] = useState("");
	const [found, setFound] = useState<readonly QueueRow[]>([]);
	const [wanted] = useDebouncedValue(search, PAUSE_MS);
	const chosen = useTopic("ticket", { key: value ?? "" });
	useEffect(() => {
		let isOver = false;
		void callWorker("findTickets", { text: wanted, limit: FOUND }).then((rows) => {
			if (!isOver) setFound(rows);
		});
		return () => {
			isOver = true;
		};
	}, [wanted]);
	const own = value !== null && chosen?.ticket.id === value ? [chosen.row] : [];
	const rows = [...own, ...found.filter((row) => row.id !== value && isOffered(row))];
	return (
		<Select
			{...props}
			{...entering}
			data={rows.map((row) => ({ value: row.id, label: `${row.number} ${row.shortDescription}` }))}
			value={value}
			onChange={(id) => {
				onChange(id, rows.find((row) => row.id === id) ?? null);
				if (isForMany) setSearch("");
			}}
			searchable
			clearable
			searchValue={search}
			onSearchChange={setSearch}
			// The worker has searched already.
			filter={({ options }) => options}
			nothingFoundMessage={ticketText.pick.nothingFound}
			comboboxProps={{ shadow: "md" }}
			maxDropdownHeight={260}
		/>
	);
}
