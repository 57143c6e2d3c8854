import { Button, type ButtonProps, Tooltip } from "@mantine/core";
import type { ComponentPropsWithoutRef } from "react";
import type { Access } from "./use-access.ts";

interface Props extends ButtonProps, Omit<ComponentPropsWithoutRef<"button">, keyof ButtonProps> {
	readonly access: Access;
}

const BLOCKED = { "data-disabled": true, "aria-disabled": true } as const;

/** A button that says why it can't be pressed; it keeps its place in the tab order so that the reason is heard. */
export function GuardedButton({ access, onClick, children, ...props }: Props) {
	const isBlocked = !access.isAllowed;
	return (
		<Tooltip label={access.reason} disabled={!isBlocked} multiline maw={320} openDelay={100}>
			<Button
				{...props}
				{...(isBlocked && BLOCKED)}
				{...(access.reason !== null && { "aria-description": access.reason })}
				onClick={(event) => {
					if (isBlocked) event.preventDefault();
					else onClick?.(event);
				}}
			>
				{children}
			</Button>
		</Tooltip>
	);
}
