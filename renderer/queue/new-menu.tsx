import { ActionIcon, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useLocation } from "wouter";
import { addedKinds } from "../../shared/ticket/known-lifecycles.ts";
import { lifecycleOf } from "../../shared/ticket/lifecycle.ts";
import { useTopic } from "../data/index.ts";
import { changesText } from "../text/en/changes.ts";
import { queueText } from "../text/en/queue.ts";
import { requestsText } from "../text/en/requests.ts";
import { ticketText } from "../text/en/ticket.ts";

const BUILT_IN = [
	{ label: requestsText.title, path: "/new/request" },
	{ label: ticketText.create.title.problem, path: "/new/problem" },
	{ label: changesText.create.title, path: "/changes/new" },
] as const;

/** What else can be opened, the kinds that the desk has added among it. */
export function NewMenu() {
	const [, navigate] = useLocation();
	// Which kinds there are is known by them.
	useTopic("lifecycles", null);
	const added = addedKinds().map((kind) => ({
		label: ticketText.create.titleOf(lifecycleOf(kind).label),
		path: `/new/${kind}`,
	}));
	return (
		<Menu position="bottom-end" shadow="md" withInitialFocusPlaceholder={false}>
			<Menu.Target>
				<ActionIcon variant="default" size={30} aria-label={queueText.newOther} title={queueText.newOther}>
					<IconChevronDown size={14} aria-hidden="true" />
				</ActionIcon>
			</Menu.Target>
			<Menu.Dropdown>
				{[...BUILT_IN, ...added].map(({ label, path }, index) => (
					<Menu.Item key={path} data-autofocus={index === 0 || undefined} onClick={() => navigate(path)}>
						{label}
					</Menu.Item>
				))}
			</Menu.Dropdown>
		</Menu>
	);
}
