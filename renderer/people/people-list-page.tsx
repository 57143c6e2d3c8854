import { Button, SegmentedControl, Select, TextInput } from "@mantine/core";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { type ReactNode, type RefObject, useDeferredValue } from "react";
import { useLocation } from "wouter";
import { GuardedButton, useAccess } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { EmptyState, Page, useRowKeys } from "../page/index.ts";
import { peopleText as text } from "../text/en/people.ts";
import classes from "./people.module.css";
import { queryOf, usePeopleFilter } from "./people-filter.ts";
import { PeopleTable } from "./people-table.tsx";
import { useAccounts } from "./use-accounts.ts";

/** Everybody that the desk knows, found as one types, also offline. */
export function PeopleListPage({ tabs }: { readonly tabs: ReactNode }) {
	const access = useAccess("people.manage");
	const [, navigate] = useLocation();
	const filter = usePeopleFilter();
	const found = useTopic("people", useDeferredValue(queryOf(filter)));
	const accounts = useAccounts();
	const { list, search } = useRowKeys();
	return (
		<Page
			title={text.title}
			layout="fill"
			tabs={tabs}
			actions={
				<GuardedButton
					access={access}
					leftSection={<IconPlus size={14} aria-hidden="true" />}
					onClick={() => navigate("/people/new")}
				>
					{text.add}
				</GuardedButton>
			}
		>
			<FilterBar search={search} count={found?.total ?? null} />
			{found &&
				(found.people.length > 0 ? (
					<div ref={list} style={{ display: "contents" }}>
						<PeopleTable
							people={found.people}
							accounts={accounts.byPerson}
							onEnd={found.people.length < found.total ? filter.showMore : null}
						/>
					</div>
				) : (
					<EmptyState
						title={text.empty.title}
						hint={text.empty.hint}
						action={
							<Button
								variant="default"
								onClick={() => filter.change({ text: "", show: "all", teamId: null })}
							>
								{text.empty.showAll}
							</Button>
						}
					/>
				))}
		</Page>
	);
}

const SHOWN = ["staff", "callers", "inactive", "all"] as const;

interface FilterBarProps {
	readonly search: RefObject<HTMLInputElement | null>;
	readonly count: number | null;
}

function FilterBar({ search, count }: FilterBarProps) {
	const filter = usePeopleFilter();
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
			<SegmentedControl
				size="xs"
				aria-label={text.show.label}
				value={filter.show}
				onChange={(value) => filter.change({ show: SHOWN.find((each) => each === value) ?? "all" })}
				data={SHOWN.map((value) => ({ value, label: text.show[value] }))}
			/>
			<Select
				aria-label={text.team}
				placeholder={text.anyTeam}
				data={teams.map(({ team }) => ({ value: team.id, label: team.name }))}
				value={filter.teamId}
				onChange={(teamId) => filter.change({ teamId })}
				searchable
				clearable
				w={180}
			/>
			<span className={classes.count} role="status">
				{count === null ? "" : text.found(count)}
			</span>
		</search>
	);
}
