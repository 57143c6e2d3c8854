import { useId, useMemo, useState } from "react";
import type { Lifecycle, Move, StateDefinition } from "../../shared/ticket/lifecycle.ts";
import { lifecyclesText as text } from "../text/en/lifecycles.ts";
import { type Arrow, BOX, layOut, type Place } from "./lay-out.ts";
import classes from "./lifecycles.module.css";
import { StateFacts } from "./state-facts.tsx";

/** A lifecycle as a picture; the state in focus says what it asks for. */
export function LifecyclePicture({ lifecycle }: { readonly lifecycle: Lifecycle }) {
	const picture = useMemo(() => layOut(lifecycle), [lifecycle]);
	const [chosen, setChosen] = useState(lifecycle.initial);
	const marker = useId();
	const state = lifecycle.states.find(({ value }) => value === chosen) ?? lifecycle.states[0];
	const isNear = ({ from, to }: Arrow) => from === state || to === state;
	const { width, height } = picture;
	return (
		<div className={classes.pictureRow}>
			<section
				className={classes.canvas}
				aria-label={text.picture(lifecycle.label)}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
				tabIndex={0}
			>
				<div className={classes.sheet} style={{ width, height }}>
					<svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
						<defs>
							<marker
								id={marker}
								viewBox="0 0 8 8"
								refX="7"
								refY="4"
								markerWidth="7"
								markerHeight="7"
								orient="auto-start-reverse"
							>
								<path d="M 0 0 L 8 4 L 0 8 z" className={classes.tip} />
							</marker>
						</defs>
						{picture.arrows.map((arrow) => (
							<path
								key={`${arrow.from.value} ${arrow.to.value}`}
								d={arrow.path}
								className={classes.arrow}
								data-by-itself={arrow.isByItself || undefined}
								data-near={isNear(arrow) || undefined}
								markerEnd={`url(#${marker})`}
							/>
						))}
						{picture.arrows.map((arrow) => (
							<text
								key={`${arrow.from.value} ${arrow.to.value}`}
								x={arrow.label.x}
								y={arrow.label.y}
								textAnchor={arrow.label.anchor}
								className={classes.arrowLabel}
								data-near={isNear(arrow) || undefined}
							>
								{labelOf(arrow)}
							</text>
						))}
					</svg>
					{picture.places.map((place) => (
						<StateBox
							key={place.state.value}
							place={place}
							isInitial={place.state.value === lifecycle.initial}
							isChosen={place.state === state}
							onChoose={setChosen}
						/>
					))}
				</div>
			</section>
			{state && (
				<aside className={classes.facts} aria-label={state.name} aria-live="polite">
					<StateFacts lifecycle={lifecycle} state={state} />
				</aside>
			)}
		</div>
	);
}

interface StateBoxProps {
	readonly place: Place;
	readonly isInitial: boolean;
	readonly isChosen: boolean;
	readonly onChoose: (value: number) => void;
}

function StateBox({ place: { state, x, y }, isInitial, isChosen, onChoose }: StateBoxProps) {
	const choose = () => onChoose(state.value);
	return (
		<button
			type="button"
			className={classes.state}
			style={{ left: x, top: y, width: BOX.width, height: BOX.height }}
			data-phase={state.phase}
			data-initial={isInitial || undefined}
			aria-pressed={isChosen}
			onFocus={choose}
			onMouseEnter={choose}
			onClick={choose}
		>
			<span className={classes.stateName}>{state.name}</span>
			<span className={classes.stateValue}>{describePhase(state)}</span>
		</button>
	);
}

function describePhase({ value, phase }: StateDefinition): string {
	return `${value} · ${text.phase[phase]}`;
}

/** Moves to one state that differ by what they say are named one after the other. */
function labelOf({ moves, isByItself }: Arrow): string {
	const labels = new Set(moves.map(({ label }: Move) => label ?? (isByItself ? text.byItself : "")));
	return [...labels].filter((label) => label !== "").join(" / ");
}
