import { notifications } from "@mantine/notifications";
import { templateOfChange } from "../../../shared/change/templates.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { GuardedButton, useAccess } from "../../access/index.ts";
import { editChangeSettings } from "../../change-requests/index.ts";
import { readTopic } from "../../data/index.ts";
import { changesText } from "../../text/en/changes.ts";
import { tellRefusal } from "../save-edit.ts";

/** What went well once may be done again without being asked for: a template of it. */
export function SaveAsTemplate({ ticket }: { readonly ticket: Ticket }) {
	const access = useAccess("change.manage");
	async function save(): Promise<void> {
		const settings = await readTopic("changeSettings", null);
		if (!settings) return;
		const template = templateOfChange(crypto.randomUUID(), ticket);
		const answer = await editChangeSettings({
			baseRevision: settings.revision,
			set: { templates: [...settings.templates, template] },
		});
		if (answer.ok) notifications.show({ message: changesText.template.saved(template.name) });
		else tellRefusal(answer.error.message);
	}
	return (
		<GuardedButton access={access} variant="default" size="compact-xs" onClick={() => void save()}>
			{changesText.template.make}
		</GuardedButton>
	);
}
