import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import { z } from "zod";
import type { Refusal } from "../../shared/result.ts";
import { askDesk } from "../http/index.ts";
import { ProblemNote } from "../page/index.ts";
import { appText } from "../text/en/app.ts";

const text = appText.deviceNotice;

/** The console in a browser that is signed in as a wall: where to go, and the way back to being a person. */
export function DeviceNotice() {
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	async function handleSignOut(): Promise<void> {
		const answer = await askDesk({ method: "DELETE", path: "/session", answer: z.unknown() });
		if (answer.ok) window.location.reload();
		else setRefusal(answer.error);
	}
	return (
		<Stack component="main" p="xl" maw={640} gap="md">
			<Title order={1} size="h3">
				{text.title}
			</Title>
			<Text>{text.hint}</Text>
			{refusal && <ProblemNote refusal={refusal} />}
			<Group>
				<Button component={Link} href="/wall">
					{text.wall}
				</Button>
				<Button variant="default" onClick={() => void handleSignOut()}>
					{text.signOut}
				</Button>
			</Group>
		</Stack>
	);
}
