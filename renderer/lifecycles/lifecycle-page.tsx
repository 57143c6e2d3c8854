import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { isKnownKind } from "../../shared/ticket/known-lifecycles.ts";
import { type Lifecycle, lifecycleOf } from "../../shared/ticket/lifecycle.ts";
import { parentKindsOf } from "../../shared/ticket/relations.ts";
import { useTopic } from "../data/index.ts";
import { Card, EmptyState, Page } from "../page/index.ts";
import { lifecyclesText as text } from "../text/en/lifecycles.ts";
import { DefinitionEditor } from "./definition-editor.tsx";
import { describeRequirement } from "./describe-requirement.ts";
import { LifecyclePicture } from "./lifecycle-picture.tsx";
import classes from "./lifecycles.module.css";
import { NEW_KIND } from "./read-definition.ts";
import { StateFacts } from "./state-facts.tsx";

interface Props {
	/** `null` is a new one. */
	readonly kind: string | null;
	readonly tabs: ReactNode;
}

/** One kind: its lifecycle as a picture and as a list, its fields, and the definition to edit. */
export function LifecyclePage({ kind, tabs }: Props) {
	const records = useTopic("lifecycles", null);
	const [, navigate] = useLocation();
	const back = (
		<Link href="/lifecycles" className={classes.back}>
			{text.back}
		</Link>
	);
	if (!records) return null;
	if (kind !== null && !isKnownKind(kind))
		return (
			<Page title={text.title} tabs={tabs} aside={back}>
				<EmptyState title={text.notFound} />
			</Page>
		);
	const version = records.find(({ id }) => id === kind)?.version ?? 0;
	const lifecycle = kind === null ? NEW_KIND : lifecycleOf(kind);
	return (
		<Page title={kind === null ? text.edit.newTitle : lifecycle.plural} tabs={tabs} aside={back}>
			<div className={classes.cards}>
				{kind !== null && <Shown lifecycle={lifecycle} version={version} />}
				<DefinitionEditor
					// Begun anew when somebody else has saved another version.
					key={version}
					kind={kind}
					definition={lifecycle}
					version={version}
					onApplied={(applied) => navigate(`/lifecycles/${applied}`)}
				/>
			</div>
		</Page>
	);
}

interface ShownProps {
	readonly lifecycle: Lifecycle;
	readonly version: number;
}

function Shown({ lifecycle, version }: ShownProps) {
	return (
		<>
			<Card title={lifecycle.label} aside={<span className={classes.dim}>{text.version({ version })}</span>}>
				<LifecyclePicture key={`${lifecycle.kind} ${version}`} lifecycle={lifecycle} />
			</Card>
			<Card title={text.list}>
				<ol className={classes.stateList}>
					{lifecycle.states.map((state) => (
						<li key={state.value}>
							<StateFacts lifecycle={lifecycle} state={state} />
						</li>
					))}
				</ol>
				<Always lifecycle={lifecycle} />
				<Pieces lifecycle={lifecycle} />
			</Card>
			<Fields lifecycle={lifecycle} />
		</>
	);
}

function Always({ lifecycle }: Pick<ShownProps, "lifecycle">) {
	const { always = [] } = lifecycle;
	if (always.length === 0) return null;
	return (
		<>
			<h3 className={classes.factsTitle}>{text.always}</h3>
			<ul className={classes.lines}>
				{always.map((requirement) => (
					<li key={JSON.stringify(requirement)}>{describeRequirement(lifecycle, requirement)}</li>
				))}
			</ul>
		</>
	);
}

/** What one may be a piece of, and whether it has tasks. */
function Pieces({ lifecycle: { kind, hasTasks = false } }: Pick<ShownProps, "lifecycle">) {
	const parents = parentKindsOf(kind).map((parent) => lifecycleOf(parent).label);
	if (parents.length === 0 && !hasTasks) return null;
	return (
		<>
			<h3 className={classes.factsTitle}>{text.pieces.title}</h3>
			<ul className={classes.lines}>
				{parents.length > 0 ? <li>{text.pieces.of(parents.join(text.or))}</li> : null}
				{hasTasks ? <li>{text.pieces.tasks}</li> : null}
			</ul>
		</>
	);
}

function Fields({ lifecycle }: Pick<ShownProps, "lifecycle">) {
	return (
		<Card title={text.fields.title}>
			{lifecycle.fields.length === 0 ? (
				<p className={classes.dim}>{text.fields.none}</p>
			) : (
				<ul className={classes.lines}>
					{lifecycle.fields.map(({ name, label, type, choices = [], isByRule }) => (
						<li key={name}>
							{label} <code>{name}</code>{" "}
							<span className={classes.dim}>
								{[
									text.fields.type[type],
									...(choices.length > 0 ? [choices.map((choice) => choice.label).join(text.and)] : []),
									...(isByRule ? [text.fields.byRule] : []),
								].join(": ")}
							</span>
						</li>
					))}
				</ul>
			)}
		</Card>
	);
}
