import { Stack, Text } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { GuardedButton } from "../access/index.ts";
import { submitByKey } from "../keys/index.ts";
import { Card, ProblemNote } from "../page/index.ts";
import { changesText } from "../text/en/changes.ts";
import type { PartForm } from "./use-part-form.ts";

interface Props {
	readonly title: string;
	readonly hint: string;
	readonly anchor: string;
	readonly form: Pick<PartForm<unknown>, "access" | "refusal" | "isBusy" | "save">;
	readonly children: ReactNode;
}

/** A part of the settings with the button that saves it. */
export function PartCard({ title, hint, anchor, form, children }: Props) {
	const { access, refusal, isBusy, save } = form;
	function handleSubmit(event: FormEvent): void {
		event.preventDefault();
		save();
	}
	return (
		<Card title={title} anchor={anchor}>
			<form onSubmit={handleSubmit} onKeyDown={submitByKey} noValidate>
				<Stack gap="md" align="stretch">
					<Text c="dimmed">{access.reason ?? hint}</Text>
					{children}
					{refusal && <ProblemNote refusal={refusal} />}
					<div>
						<GuardedButton
							access={access}
							type="submit"
							loading={isBusy}
							aria-label={`${changesText.settings.save}: ${title}`}
						>
							{changesText.settings.save}
						</GuardedButton>
					</div>
				</Stack>
			</form>
		</Card>
	);
}
