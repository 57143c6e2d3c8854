import { Button, Code, Stack, Text, Title } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { appText } from "../text/en/app.ts";
import classes from "./frame.module.css";

interface Props {
	readonly children: ReactNode;
	/** Another value (the address) gives the page another chance. */
	readonly resetKey?: string;
}

/** The one place where a bug in a page ends: what is typed is in the outbox and drafts already. */
export class CrashGuard extends Component<Props, { readonly error: Error | null }> {
	override state: { readonly error: Error | null } = { error: null };

	static getDerivedStateFromError(error: unknown): { error: Error } {
		return { error: error instanceof Error ? error : new Error(String(error)) };
	}

	override componentDidUpdate(previous: Props): void {
		if (this.state.error && previous.resetKey !== this.props.resetKey) this.setState({ error: null });
	}

	override render(): ReactNode {
		const { error } = this.state;
		return error ? <Crashed error={error} /> : this.props.children;
	}
}

function Crashed({ error }: { readonly error: Error }) {
	return (
		<Stack className={classes.message} role="alert" gap="sm" align="flex-start">
			<Title order={1} size="h3">
				{appText.crashed.title}
			</Title>
			<Text>{appText.crashed.hint}</Text>
			<Code block>{error.message}</Code>
			<Button onClick={() => window.location.reload()}>{appText.crashed.action}</Button>
		</Stack>
	);
}
