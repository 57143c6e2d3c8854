import { Fragment } from "react";
import { Link } from "wouter";
import { criticalityWord } from "../../shared/ci/ci.ts";
import { Card } from "../page/index.ts";
import { servicesText } from "../text/en/services.ts";
import type { CiView, TreeRow } from "../worker/topics/ci-protocol.ts";
import { HealthMark } from "./health-mark.tsx";
import { ciPath } from "./paths.ts";
import classes from "./services.module.css";

const text = servicesText.health;

/** How a CI is and why, with what it needs and what needs it as trees. */
export function HealthCard({ view }: { readonly view: CiView }) {
	return (
		<Card title={text.title} aside={<HealthMark health={view.health} />}>
			<Why view={view} />
			<div className={classes.trees}>
				<Tree title={text.needs} none={text.needsNothing} rows={view.needs} />
				<Tree title={text.neededBy} none={text.neededByNothing} rows={view.neededBy} />
			</div>
			{view.isCut && <p className={classes.dim}>{text.cut}</p>}
		</Card>
	);
}

function Why({ view: { health, because } }: { readonly view: CiView }) {
	if (health === null) return <p className={classes.dim}>{text.unwatchedHint}</p>;
	if (because.length < 2) return <p className={classes.dim}>{text.own}</p>;
	return (
		<p className={classes.dim}>
			{text.because}{" "}
			{because.map(({ id, name }, index) => (
				<Fragment key={id}>
					{index > 0 && " → "}
					<Link href={ciPath(id)}>{name}</Link>
				</Fragment>
			))}
		</p>
	);
}

interface TreeProps {
	readonly title: string;
	readonly none: string;
	readonly rows: readonly TreeRow[];
}

/** Lines that stand further in belong to the one above: nested lists, so that it is read aloud as it looks. */
function Tree({ title, none, rows }: TreeProps) {
	return (
		<section aria-label={title}>
			<h3 className={classes.treeTitle}>{title}</h3>
			{rows.length === 0 ? <p className={classes.dim}>{none}</p> : <Branch rows={rows} depth={1} />}
		</section>
	);
}

function Branch({ rows, depth }: { readonly rows: readonly TreeRow[]; readonly depth: number }) {
	const starts = rows.flatMap((row, index) => (row.depth === depth ? [index] : []));
	return (
		<ul className={classes.tree}>
			{starts.map((start, nth) => {
				const row = rows[start];
				const below = rows.slice(start + 1, starts[nth + 1] ?? rows.length);
				return row ? (
					<li key={`${row.id}-${start}`}>
						<TreeLine row={row} />
						{below.length > 0 && <Branch rows={below} depth={depth + 1} />}
					</li>
				) : null;
			})}
		</ul>
	);
}

function TreeLine({ row }: { readonly row: TreeRow }) {
	return (
		<div className={classes.treeLine}>
			<HealthMark health={row.health} isShort />
			<Link href={ciPath(row.id)}>{row.name}</Link>
			<span className={classes.dim}>
				{servicesText.class(row.class).toLowerCase()}
				{row.class === "service" && `, ${criticalityWord(row.criticality)}`}
				{row.isRepeated && ` (${text.repeated})`}
			</span>
		</div>
	);
}
