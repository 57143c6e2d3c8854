import { Button } from "@mantine/core";
import { useLocation } from "wouter";
import { EmptyState } from "../page/index.ts";
import { viewsText } from "../text/en/views.ts";

const text = viewsText.gone;

/** An address of a view that is not in one's list. */
export function ViewGone() {
	const [, navigate] = useLocation();
	return (
		<EmptyState
			title={text.title}
			hint={text.hint}
			action={<Button onClick={() => navigate("/queues/open")}>{text.action}</Button>}
		/>
	);
}
