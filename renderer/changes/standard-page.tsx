import { Button } from "@mantine/core";
import { useState } from "react";
import { useLocation } from "wouter";
import { type ChangeTemplate, patchOfTemplate } from "../../shared/change/templates.ts";
import { useTopic } from "../data/index.ts";
import { EmptyState, Page, ProblemNote } from "../page/index.ts";
import { changesText } from "../text/en/changes.ts";
import classes from "./changes.module.css";
import { createChange } from "./create-change.ts";

const text = changesText.standard;

/** The templates: the first has the focus, so that Enter alone makes the change most often made. */
export function StandardPage() {
	const settings = useTopic("changeSettings", null);
	const [, navigate] = useLocation();
	const [problem, setProblem] = useState<string | null>(null);
	if (!settings) return null;

	async function create(template: ChangeTemplate): Promise<void> {
		const refusal = await createChange(patchOfTemplate(template), navigate);
		setProblem(refusal?.message ?? null);
	}
	return (
		<Page title={text.title} layout="read">
			<div className={classes.form}>
				<p className={classes.hint}>{text.hint}</p>
				{problem === null ? null : <ProblemNote refusal={{ code: "refused", message: problem }} />}
				{settings.templates.length === 0 ? <EmptyState title={changesText.create.noTemplates} /> : null}
				<ul className={classes.templates}>
					{settings.templates.map((template, index) => (
						<li key={template.id}>
							<Button
								variant="default"
								fullWidth
								justify="flex-start"
								autoFocus={index === 0}
								onClick={() => void create(template)}
							>
								{template.name}
							</Button>
						</li>
					))}
				</ul>
			</div>
		</Page>
	);
}
