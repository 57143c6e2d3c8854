import { type ReactNode, useEffect, useState } from "react";
import type { Setup } from "../../shared/api/desk.ts";
import type { Refusal, Result } from "../../shared/result.ts";
import { useAccess } from "../access/index.ts";
import { EmptyState, ProblemNote } from "../page/index.ts";
import { appText } from "../text/en/app.ts";
import { setupText } from "../text/en/setup.ts";
import { ImportPanel, Running } from "./import-panel.tsx";
import classes from "./setup.module.css";
import { SetupChoices } from "./setup-choices.tsx";
import { chooseEmpty, chooseSample, loadSetup } from "./setup-requests.ts";

interface Props {
	readonly setup: Setup;
	readonly onChange: (setup: Setup) => void;
	/** An import is on this screen; it wants to be read before the console opens. */
	readonly onReporting: (isReporting: boolean) => void;
}

/** The first start: how the desk begins, and how far that has come. */
export function SetupScreen({ setup, onChange, onReporting }: Props) {
	const access = useAccess("setup.run");
	const isImportRunning = setup.state === "running" && setup.choice === "import";
	const [isImporting, setIsImporting] = useState(isImportRunning);
	const { refusal, isBusy, choose } = useChoice(onChange);
	useEffect(() => {
		document.title = `${setupText.title} · ${appText.name}`;
	}, []);
	useEffect(() => onReporting(isImporting), [isImporting, onReporting]);

	async function leaveReport(): Promise<void> {
		const answer = await loadSetup();
		if (answer.ok) onChange(answer.value);
		setIsImporting(false);
	}

	if (isImporting)
		return (
			<SetupFrame>
				<ImportPanel
					followId={isImportRunning ? setup.importId : null}
					onOpenQueue={() => void leaveReport()}
					onBack={() => setIsImporting(false)}
				/>
			</SetupFrame>
		);
	if (setup.state === "running") return <SetupRunning setup={setup} />;
	if (!access.isAllowed && access.reason !== null)
		return (
			<SetupFrame>
				<EmptyState title={setupText.notAllowed.title} hint={setupText.notAllowed.hint} />
			</SetupFrame>
		);
	return (
		<SetupFrame intro={setupText.intro}>
			<SetupChoices
				isBusy={isBusy}
				onSample={(tickets) => choose(() => chooseSample(tickets))}
				onEmpty={() => choose(chooseEmpty)}
				onImport={() => setIsImporting(true)}
			/>
			{refusal && <ProblemNote refusal={refusal} />}
		</SetupFrame>
	);
}

function useChoice(onChange: (setup: Setup) => void) {
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [isBusy, setIsBusy] = useState(false);
	async function run(ask: () => Promise<Result<Setup>>): Promise<void> {
		setIsBusy(true);
		setRefusal(null);
		const answer = await ask();
		setIsBusy(false);
		if (answer.ok) onChange(answer.value);
		else setRefusal(answer.error);
	}
	return { refusal, isBusy, choose: (ask: () => Promise<Result<Setup>>) => void run(ask) };
}

function SetupRunning({ setup }: { readonly setup: Setup }) {
	return (
		<SetupFrame>
			<Running text={setupText.running[setup.choice ?? "empty"]} share={setup.progress ?? 0} />
			<p className={classes.dim}>{setupText.running.hint}</p>
		</SetupFrame>
	);
}

interface FrameProps {
	readonly intro?: string;
	readonly children: ReactNode;
}

function SetupFrame({ intro, children }: FrameProps) {
	return (
		<main className={classes.screen}>
			<div className={classes.sheet}>
				<p className={classes.brand}>{appText.name}</p>
				<h1 className={classes.title}>{setupText.title}</h1>
				{intro !== undefined && <p className={classes.dim}>{intro}</p>}
				{children}
			</div>
		</main>
	);
}
