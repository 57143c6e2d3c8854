import { Button, NumberInput } from "@mantine/core";
import { IconDatabasePlus, IconFileImport, IconFlask } from "@tabler/icons-react";
import { type ReactNode, useId, useState } from "react";
import { setupText } from "../text/en/setup.ts";
import classes from "./setup.module.css";

const DEFAULT_TICKETS = 2_000;
const MOST_TICKETS = 1_000_000;

interface Props {
	readonly isBusy: boolean;
	readonly onSample: (tickets: number) => void;
	readonly onEmpty: () => void;
	readonly onImport: () => void;
}

/** The three ways to begin, side by side. */
export function SetupChoices({ isBusy, onSample, onEmpty, onImport }: Props) {
	const [tickets, setTickets] = useState<number | string>(DEFAULT_TICKETS);
	const count = Math.round(Number(tickets));
	const isCount = count >= 1 && count <= MOST_TICKETS;
	return (
		<div className={classes.choices}>
			<Choice title={setupText.sample.title} hint={setupText.sample.hint} icon={<IconFlask size={22} />}>
				<NumberInput
					size="sm"
					label={setupText.sample.tickets}
					value={tickets}
					onChange={setTickets}
					min={1}
					max={MOST_TICKETS}
					step={1_000}
					allowDecimal={false}
					thousandSeparator=","
				/>
				<Button loading={isBusy} disabled={!isCount} onClick={() => onSample(count)} data-autofocus>
					{setupText.sample.action}
				</Button>
			</Choice>
			<Choice title={setupText.empty.title} hint={setupText.empty.hint} icon={<IconDatabasePlus size={22} />}>
				<Button variant="default" loading={isBusy} onClick={onEmpty}>
					{setupText.empty.action}
				</Button>
			</Choice>
			<Choice title={setupText.log.title} hint={setupText.log.hint} icon={<IconFileImport size={22} />}>
				<Button variant="default" disabled={isBusy} onClick={onImport}>
					{setupText.log.action}
				</Button>
			</Choice>
		</div>
	);
}

interface ChoiceProps {
	readonly title: string;
	readonly hint: string;
	readonly icon: ReactNode;
	readonly children: ReactNode;
}

function Choice({ title, hint, icon, children }: ChoiceProps) {
	const id = useId();
	return (
		<section className={classes.choice} aria-labelledby={id}>
			<span className={classes.icon} aria-hidden="true">
				{icon}
			</span>
			<h2 id={id} className={classes.choiceTitle}>
				{title}
			</h2>
			<p className={classes.dim}>{hint}</p>
			<div className={classes.choiceFoot}>{children}</div>
		</section>
	);
}
