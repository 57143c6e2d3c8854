import { Button } from "@mantine/core";
import { Link } from "wouter";
import { EmptyState, Page } from "../page/index.ts";
import { setupText } from "../text/en/setup.ts";

/** `/setup` of a desk that is set up already: the gate answers for one that is not. */
export function SetupPage() {
	return (
		<Page title={setupText.title}>
			<EmptyState
				title={setupText.done}
				action={
					<Button component={Link} href="/queues">
						{setupText.openQueue}
					</Button>
				}
			/>
		</Page>
	);
}
