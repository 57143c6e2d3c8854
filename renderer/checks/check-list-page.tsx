import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useDeferredValue, useMemo, useState } from "react";
import { Link, useLocation } from "wouter";
import { GuardedButton, useAccess } from "../access/index.ts";
import { useTopic } from "../data/index.ts";
import { EmptyState, Page } from "../page/index.ts";
import { checksText } from "../text/en/checks.ts";
import type { CheckRow } from "../worker/protocol.ts";
import { CheckTable } from "./check-table.tsx";
import classes from "./checks.module.css";
import { type CheckStanding, countStandings, filterChecks, STANDINGS } from "./filter-checks.ts";

/** All checks, the worst first. */
export function CheckListPage() {
	const rows = useTopic("checks", null);
	const access = useAccess("check.edit");
	const [, navigate] = useLocation();
	return (
		<Page
			title={checksText.title}
			layout="fill"
			actions={
				<GuardedButton
					access={access}
					leftSection={<IconPlus size={14} aria-hidden="true" />}
					onClick={() => navigate("/new")}
				>
					{checksText.add}
				</GuardedButton>
			}
		>
			{rows && (rows.length === 0 ? <NoChecks /> : <FilteredList rows={rows} />)}
		</Page>
	);
}

function NoChecks() {
	return (
		<EmptyState
			title={checksText.empty.title}
			hint={checksText.empty.hint}
			action={
				<Button component={Link} href="/new">
					{checksText.empty.action}
				</Button>
			}
		/>
	);
}

function FilteredList({ rows }: { readonly rows: readonly CheckRow[] }) {
	const [standing, setStanding] = useState<CheckStanding | "all">("all");
	const [text, setText] = useState("");
	const settledText = useDeferredValue(text);
	const found = useMemo(
		() => filterChecks(rows, { standing, text: settledText }),
		[rows, standing, settledText],
	);
	function showAll(): void {
		setStanding("all");
		setText("");
	}
	return (
		<>
			<div className={classes.toolbar}>
				<StandingFilter rows={rows} value={standing} onChange={setStanding} />
				<TextInput
					className={classes.search}
					aria-label={checksText.search}
					placeholder={checksText.searchHint}
					leftSection={<IconSearch size={14} aria-hidden="true" />}
					value={text}
					onChange={(event) => setText(event.currentTarget.value)}
				/>
			</div>
			{found.length > 0 ? (
				<CheckTable rows={found} />
			) : (
				<EmptyState
					title={checksText.noMatch.title}
					hint={checksText.noMatch.hint}
					action={
						<Button variant="default" onClick={showAll}>
							{checksText.noMatch.action}
						</Button>
					}
				/>
			)}
		</>
	);
}

interface FilterProps {
	readonly rows: readonly CheckRow[];
	readonly value: CheckStanding | "all";
	readonly onChange: (value: CheckStanding | "all") => void;
}

function StandingFilter({ rows, value, onChange }: FilterProps) {
	const counts = countStandings(rows);
	const shown = STANDINGS.filter((standing) => counts[standing] > 0 || standing === value);
	return (
		<SegmentedControl
			size="xs"
			aria-label={checksText.filter}
			value={value}
			onChange={(chosen) => onChange(STANDINGS.find((standing) => standing === chosen) ?? "all")}
			data={[
				{ value: "all", label: checksText.all(rows.length) },
				...shown.map((standing) => ({
					value: standing,
					label: checksText.filtered(nameOf(standing), counts[standing]),
				})),
			]}
		/>
	);
}

function nameOf(standing: CheckStanding): string {
	return standing === "paused" ? checksText.paused : checksText.state[standing];
}
