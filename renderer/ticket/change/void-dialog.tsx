import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { changesText } from "../../text/en/changes.ts";
import { fieldName } from "../../text/en/ticket.ts";
import { useVoidQuestion } from "./void-question.ts";

const text = changesText.voiding;

/** Asks whether an edit is worth what it undoes. */
export function VoidDialog({ ticketId }: { readonly ticketId: string }) {
	const question = useVoidQuestion((state) => state.question);
	if (question?.ticketId !== ticketId) return null;
	const { consequence, approvals, answer } = question;
	const fields = consequence.fields.map(fieldName).join(", ");
	const isVoid = consequence.kind === "voids";
	return (
		<Modal opened onClose={() => answer(false)} title={isVoid ? text.title : text.templateTitle} size="md">
			<Stack gap="md">
				<Text>{isVoid ? text.voids(fields, approvals) : text.leavesTemplate(fields)}</Text>
				<Group justify="flex-end">
					<Button variant="default" data-autofocus onClick={() => answer(false)}>
						{text.keep}
					</Button>
					<Button onClick={() => answer(true)}>{isVoid ? text.edit : text.makeNormal}</Button>
				</Group>
			</Stack>
		</Modal>
	);
}
