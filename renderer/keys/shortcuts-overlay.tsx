import { Modal, SimpleGrid, Switch, Title } from "@mantine/core";
import { useEffect, useState } from "react";
import { readPreference, writePreference } from "../preferences/index.ts";
import { keysText } from "../text/en/keys.ts";
import { keyDispatcher } from "./key-dispatcher.ts";
import classes from "./keys.module.css";
import { Keys } from "./shortcut-keys.tsx";
import { SHORTCUT_IDS, type ShortcutId, type ShortcutScope, shortcutOf } from "./shortcuts.ts";

const SCOPES: readonly ShortcutScope[] = ["queue", "ticket", "anywhere"];

interface Props {
	readonly isOpen: boolean;
	readonly onClose: () => void;
}

/** All keys at a glance. */
export function ShortcutsOverlay({ isOpen, onClose }: Props) {
	const [isOn, setIsOn] = useSingleKeys();
	return (
		<Modal opened={isOpen} onClose={onClose} title={keysText.title} size="xl">
			<SimpleGrid cols={3} spacing="xl">
				{SCOPES.map((scope) => (
					<section key={scope} aria-label={keysText.scopes[scope]}>
						<Title order={3} size="sm" mb="xs">
							{keysText.scopes[scope]}
						</Title>
						<ScopeList scope={scope} />
					</section>
				))}
			</SimpleGrid>
			<Switch
				mt="lg"
				checked={isOn}
				onChange={(event) => setIsOn(event.currentTarget.checked)}
				label={keysText.singleKeys}
				description={keysText.singleKeysHint}
			/>
		</Modal>
	);
}

function ScopeList({ scope }: { readonly scope: ShortcutScope }) {
	return (
		<dl className={classes.list}>
			{SHORTCUT_IDS.filter((id) => isListed(id, scope)).map((id) => (
				<div key={id} className={classes.line}>
					<dt>{keysText.labels[id]}</dt>
					<dd>
						{shortcutOf(id).keys.map((keys) => (
							<span key={keys}>
								<Keys keys={keys} />{" "}
							</span>
						))}
					</dd>
				</div>
			))}
		</dl>
	);
}

function isListed(id: ShortcutId, scope: ShortcutScope): boolean {
	const shortcut = shortcutOf(id);
	return shortcut.scope === scope && !shortcut.isOneOfMany;
}

function useSingleKeys(): readonly [boolean, (isOn: boolean) => void] {
	const [isOn, setIsOn] = useState(() => readPreference("keys.single") !== false);
	useEffect(() => {
		keyDispatcher.setSingleKeys(isOn);
		writePreference("keys.single", isOn);
	}, [isOn]);
	return [isOn, setIsOn];
}
