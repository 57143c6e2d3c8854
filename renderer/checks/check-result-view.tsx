import type { CheckResult } from "../../shared/api/checks.ts";
import { CheckStateMark } from "../marks/index.ts";
import { checksText } from "../text/en/checks.ts";
import { formatExact } from "../text/time.ts";
import { formatLatency } from "../text/units.ts";
import classes from "./check-result-view.module.css";

type Phase = keyof CheckResult["phases"];
const PHASES: readonly Phase[] = ["dnsMs", "connectMs", "tlsMs", "firstByteMs", "transferMs"];
const text = checksText.result;

/** One result whole: what it found, and where the time went. */
export function CheckResultView({ result }: { readonly result: CheckResult }) {
	const phases = PHASES.flatMap((name) => {
		const ms = result.phases[name];
		return ms === null ? [] : [{ name, ms }];
	});
	return (
		<div className={classes.result}>
			<div className={classes.summary}>
				<CheckStateMark state={result.state} />
				<span className={classes.words}>{result.summary}</span>
			</div>
			<dl className={classes.facts}>
				<Fact name={text.total} value={formatLatency(result.totalMs)} />
				{result.statusCode !== null && <Fact name={text.status} value={String(result.statusCode)} />}
				{result.errorCode !== null && result.statusCode === null && (
					<Fact name={text.error} value={result.errorCode} />
				)}
				<Fact name={text.at} value={formatExact(result.at)} />
			</dl>
			{phases.length > 0 && <Phases phases={phases} totalMs={result.totalMs} />}
		</div>
	);
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd>{value}</dd>
		</div>
	);
}

interface PhasesProps {
	readonly phases: readonly { readonly name: Phase; readonly ms: number }[];
	readonly totalMs: number;
}

/** Each phase starts where the one before it ended. */
function Phases({ phases, totalMs }: PhasesProps) {
	const sum = phases.reduce((total, phase) => total + phase.ms, 0);
	const whole = Math.max(totalMs, sum, 0.001);
	let startMs = 0;
	return (
		<dl className={classes.phases}>
			{phases.map(({ name, ms }) => {
				const left = (startMs / whole) * 100;
				startMs += ms;
				return (
					<div key={name} className={classes.phase}>
						<dt>{text.phases[name]}</dt>
						<dd>
							<span className={classes.track} aria-hidden="true">
								<span
									className={classes.span}
									style={{ left: `${left}%`, width: `${Math.max(0.5, (ms / whole) * 100)}%` }}
								/>
							</span>
							<span className={classes.ms}>{formatLatency(ms)}</span>
						</dd>
					</div>
				);
			})}
		</dl>
	);
}
