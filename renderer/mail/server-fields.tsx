import { Group, NumberInput, PasswordInput, Select, Stack, TextInput } from "@mantine/core";
import { SECURITIES } from "../../shared/api/mail.ts";
import { mailText } from "../text/en/mail.ts";
import { type ServerValues, USUAL_PORTS, type Way } from "./mailbox-values.ts";

const text = mailText.settings;
const CHOICES = SECURITIES.map((value) => ({ value, label: text.securities[value] }));

interface Props {
	readonly way: Way;
	readonly values: ServerValues;
	/** Whether the desk has a password for it. */
	readonly hasPassword: boolean;
	readonly isAllowed: boolean;
	/** The field that the desk refused. */
	readonly errorPath: string | undefined;
	readonly onChange: (values: ServerValues) => void;
}

/** Where a server is and how the desk signs in there. */
export function ServerFields({ way, values, hasPassword, isAllowed, errorPath, onChange }: Props) {
	const shared = (field: keyof ServerValues) => ({
		disabled: !isAllowed,
		error: errorPath === `${way}.${field}`,
	});
	function chooseSecurity(value: string | null): void {
		const security = SECURITIES.find((one) => one === value);
		if (!security) return;
		const isUsual = values.port === USUAL_PORTS[way][values.security];
		onChange({ ...values, security, port: isUsual ? USUAL_PORTS[way][security] : values.port });
	}
	return (
		<Stack gap="sm">
			<Group align="flex-start" grow preventGrowOverflow={false}>
				<TextInput
					label={text.host}
					placeholder={way === "incoming" ? "imap.example.org" : "smtp.example.org"}
					value={values.host}
					onChange={(event) => onChange({ ...values, host: event.currentTarget.value })}
					miw={220}
					{...shared("host")}
				/>
				<NumberInput
					label={text.port}
					value={values.port}
					onChange={(value) => onChange({ ...values, port: Number(value) })}
					min={1}
					max={65_535}
					allowDecimal={false}
					thousandSeparator={false}
					hideControls
					maw={90}
					{...shared("port")}
				/>
				<Select
					label={text.security}
					data={CHOICES}
					value={values.security}
					onChange={chooseSecurity}
					allowDeselect={false}
					maw={230}
					{...shared("security")}
				/>
			</Group>
			<Group align="flex-start" grow>
				<TextInput
					label={text.user}
					value={values.user}
					onChange={(event) => onChange({ ...values, user: event.currentTarget.value })}
					autoComplete="off"
					{...shared("user")}
				/>
				<PasswordInput
					label={text.password}
					description={text.passwordHint}
					inputWrapperOrder={["label", "input", "description", "error"]}
					placeholder={hasPassword ? text.keptPassword : ""}
					value={values.password ?? ""}
					onChange={(event) => onChange({ ...values, password: event.currentTarget.value })}
					autoComplete="new-password"
					{...shared("password")}
				/>
			</Group>
		</Stack>
	);
}
