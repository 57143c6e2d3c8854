import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconPencil, IconPlayerPause, IconPlayerPlay, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useLocation } from "wouter";
import type { Check } from "../../shared/api/checks.ts";
import type { Access } from "../access/index.ts";
import { checksText } from "../text/en/checks.ts";
import { checkActions } from "./check-actions.ts";
import { DeleteCheckDialog } from "./delete-check-dialog.tsx";

const text = checksText.actions;

interface Props {
	readonly check: Check;
	/** Asked once for the whole list. */
	readonly access: Access;
}

/** What can be done to one check of the list. */
export function CheckMenu({ check, access }: Props) {
	const [, navigate] = useLocation();
	const [isDeleting, setIsDeleting] = useState(false);
	const PauseIcon = check.isPaused ? IconPlayerPlay : IconPlayerPause;
	const isBlocked = !access.isAllowed;
	return (
		<>
			<Menu position="bottom-end" withinPortal>
				<Menu.Target>
					<ActionIcon aria-label={text.menu(check.name)}>
						<IconDots size={16} />
					</ActionIcon>
				</Menu.Target>
				<Menu.Dropdown>
					{access.reason !== null && <Menu.Label maw={260}>{access.reason}</Menu.Label>}
					<Menu.Item
						leftSection={<IconPencil size={14} />}
						disabled={isBlocked}
						onClick={() => navigate(`/${check.id}/edit`)}
					>
						{text.edit}
					</Menu.Item>
					<Menu.Item
						leftSection={<PauseIcon size={14} />}
						disabled={isBlocked}
						onClick={() => void checkActions.setPaused(check, !check.isPaused)}
					>
						{check.isPaused ? text.resume : text.pause}
					</Menu.Item>
					<Menu.Item
						leftSection={<IconTrash size={14} />}
						disabled={isBlocked}
						onClick={() => setIsDeleting(true)}
					>
						{text.remove}
					</Menu.Item>
				</Menu.Dropdown>
			</Menu>
			{isDeleting && <DeleteCheckDialog check={check} isOpen onClose={() => setIsDeleting(false)} />}
		</>
	);
}
