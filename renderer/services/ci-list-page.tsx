import { Button, Group, Select, TextInput } from "@mantine/core";
import { IconFileImport, IconPlus, IconSearch } from "@tabler/icons-react";
import { type RefObject, useDeferredValue, useRef } from "react";
import { useLocation } from "wouter";
import { GuardedButton, useAccess } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { useShortcuts } from "../keys/index.ts";
import { EmptyState, Page } from "../page/index.ts";
import { servicesText as text } from "../text/en/services.ts";
import { CiTable } from "./ci-table.tsx";
import { queryOf, useCisFilter } from "./cis-filter.ts";
import { CI_IMPORT_PATH, NEW_CI_PATH } from "./paths.ts";
import classes from "./services.module.css";

/** Services, and what they run on: found as one types, also offline. */
export function CiListPage() {
	const access = useAccess("ci.edit");
	const [, navigate] = useLocation();
	const filter = useCisFilter();
	const found = useTopic("cis", useDeferredValue(queryOf(filter)));
	const { list, search } = useListKeys();
	const actions = (
		<Group gap="xs">
			<GuardedButton
				access={access}
				variant="default"
				leftSection={<IconFileImport size={14} aria-hidden="true" />}
				onClick={() => navigate(CI_IMPORT_PATH)}
			>
				{text.importAction}
			</GuardedButton>
			<GuardedButton
				access={access}
				leftSection={<IconPlus size={14} aria-hidden="true" />}
				onClick={() => navigate(NEW_CI_PATH)}
			>
				{text.add}
			</GuardedButton>
		</Group>
	);
	return (
		<Page title={text.title} layout="fill" actions={actions}>
			<FilterBar search={search} count={found?.total ?? null} />
			{found && found.rows.length > 0 && (
				<div ref={list} style={{ display: "contents" }}>
					<CiTable rows={found.rows} onEnd={found.rows.length < found.total ? filter.showMore : null} />
				</div>
			)}
			{found?.known === 0 && <EmptyState title={text.none.title} hint={text.none.hint} />}
			{found && found.known > 0 && found.rows.length === 0 && (
				<EmptyState
					title={text.empty.title}
					hint={text.empty.hint}
					action={
						<Button variant="default" onClick={() => filter.change({ text: "", show: "all", teamId: null })}>
							{text.empty.showAll}
						</Button>
					}
				/>
			)}
		</Page>
	);
}

/** `j` and `k` go from row to row, `/` to the search: as in the queue. */
function useListKeys() {
	const list = useRef<HTMLDivElement>(null);
	const search = useRef<HTMLInputElement>(null);
	function step(by: 1 | -1): void {
		const links = [...(list.current?.querySelectorAll<HTMLElement>("[data-row-link]") ?? [])];
		const at = links.findIndex((link) => link.matches(":focus"));
		(at === -1 ? links[0] : links[at + by])?.focus();
	}
	useShortcuts({ down: () => step(1), up: () => step(-1), filter: () => search.current?.focus() });
	return { list, search };
}

const SHOWN = [
	"services",
	"application",
	"server",
	"network",
	"endpoint",
	"other",
	"all",
	"retired",
] as const;

interface FilterBarProps {
	readonly search: RefObject<HTMLInputElement | null>;
	readonly count: number | null;
}

function FilterBar({ search, count }: FilterBarProps) {
	const filter = useCisFilter();
	const teams = useTopic("teams", null) ?? [];
	return (
		<search className={classes.toolbar}>
			<TextInput
				ref={search}
				className={classes.search}
				aria-label={text.search}
				placeholder={text.search}
				leftSection={<IconSearch size={14} aria-hidden="true" />}
				value={filter.text}
				onChange={(event) => filter.change({ text: event.currentTarget.value })}
			/>
			<Select
				aria-label={text.show.label}
				data={SHOWN.map((value) => ({ value, label: text.show[value] }))}
				value={filter.show}
				onChange={(value) => filter.change({ show: SHOWN.find((each) => each === value) ?? "all" })}
				allowDeselect={false}
				w={150}
			/>
			<Select
				aria-label={text.team}
				placeholder={text.anyTeam}
				data={teams.map(({ team }) => ({ value: team.id, label: team.name }))}
				value={filter.teamId}
				onChange={(teamId) => filter.change({ teamId })}
				searchable
				clearable
				w={200}
			/>
			<span className={classes.count} role="status">
				{count === null ? "" : text.found(count)}
			</span>
		</search>
	);
}
