import { Stack, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import { appText } from "../text/en/app.ts";
import { useTitle } from "../title/index.ts";
import classes from "./frame.module.css";

export function NotFound() {
	useTitle(appText.notFound.title);
	return (
		<Stack className={classes.message} gap="sm">
			<Title order={1} size="h3">
				{appText.notFound.title}
			</Title>
			<Text>{appText.notFound.hint}</Text>
			<Link href="/queues">{appText.notFound.action}</Link>
		</Stack>
	);
}
