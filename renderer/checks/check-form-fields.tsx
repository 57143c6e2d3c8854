import { NativeSelect, NumberInput, SegmentedControl, Select, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useTopic } from "../data/index.ts";
import { Card } from "../page/index.ts";
import { checksText } from "../text/en/checks.ts";
import { formatSpan } from "../text/time.ts";
import classes from "./check-form.module.css";
import type { CheckFormErrors, CheckFormField, CheckFormValues } from "./check-form-values.ts";

export interface CheckFieldsProps {
	readonly values: CheckFormValues;
	readonly errors: CheckFormErrors;
	readonly onChange: <Field extends CheckFormField>(field: Field, value: CheckFormValues[Field]) => void;
}

const text = checksText.form;
const TYPES = ["http", "tcp", "dns"] as const;
const METHODS = ["GET", "HEAD", "POST"] as const;
const RECORD_TYPES = ["A", "AAAA", "CNAME", "MX", "NS", "TXT"] as const;

/** What to check and how to tell that it is up. */
export function TargetFields(props: CheckFieldsProps) {
	const { values, onChange } = props;
	return (
		<Card title={text.type}>
			<div className={classes.fields}>
				<TextField
					{...props}
					field="name"
					label={text.name}
					placeholder={text.namePlaceholder}
					isWide
					isFirst
				/>
				<SegmentedControl
					className={classes.wide}
					aria-label={text.type}
					value={values.type}
					onChange={(type) => onChange("type", TYPES.find((each) => each === type) ?? "http")}
					data={TYPES.map((value) => ({ value, label: checksText.typeName[value] }))}
				/>
				{FIELDS_OF_TYPE[values.type](props)}
			</div>
		</Card>
	);
}

const FIELDS_OF_TYPE: Readonly<Record<CheckFormValues["type"], (props: CheckFieldsProps) => ReactNode>> = {
	http: (props) => (
		<>
			<TextField {...props} field="url" label={text.url} isWide />
			<NativeSelect
				size="sm"
				label={text.method}
				data={METHODS}
				value={props.values.method}
				onChange={({ currentTarget: { value } }) =>
					props.onChange("method", METHODS.find((method) => method === value) ?? "GET")
				}
			/>
			<TextField
				{...props}
				field="expectStatus"
				label={text.expectStatus}
				description={text.expectStatusHint}
			/>
			<TextField {...props} field="expectText" label={text.expectText} placeholder={text.optional} isWide />
		</>
	),
	tcp: (props) => (
		<>
			<TextField {...props} field="host" label={text.host} />
			<NumberField {...props} field="port" label={text.port} />
		</>
	),
	dns: (props) => (
		<>
			<TextField {...props} field="dnsName" label={text.dnsName} />
			<NativeSelect
				size="sm"
				label={text.recordType}
				data={RECORD_TYPES}
				value={props.values.recordType}
				onChange={({ currentTarget: { value } }) =>
					props.onChange("recordType", RECORD_TYPES.find((type) => type === value) ?? "A")
				}
			/>
			<TextField {...props} field="server" label={text.server} description={text.serverHint} />
			<TextField {...props} field="expectAnswer" label={text.expectAnswer} placeholder={text.optional} />
		</>
	),
};

/** How often, how patiently, and what that means for an alert. */
export function TimingFields(props: CheckFieldsProps) {
	const detectionMs = detectionOf(props.values);
	return (
		<Card title={text.timing}>
			<div className={classes.fields}>
				<NumberField {...props} field="intervalSeconds" label={text.interval} suffix={text.seconds} />
				<NumberField {...props} field="timeoutSeconds" label={text.timeout} suffix={text.seconds} />
				<NumberField {...props} field="retries" label={text.retries} />
				<NumberField {...props} field="retrySeconds" label={text.retryInterval} suffix={text.seconds} />
				<NumberField
					{...props}
					field="degradedAboveMs"
					label={text.degradedAbove}
					suffix={text.milliseconds}
					placeholder={text.optional}
				/>
				{detectionMs !== null && (
					<p className={classes.detection}>{text.detection(formatSpan(detectionMs))}</p>
				)}
			</div>
		</Card>
	);
}

/** The longest a failure can go unnoticed: an interval, then every try to its time-out. */
function detectionOf(values: CheckFormValues): number | null {
	const [interval, timeout, retries, retry] = [
		Number(values.intervalSeconds),
		Number(values.timeoutSeconds),
		Number(values.retries),
		Number(values.retrySeconds),
	];
	const seconds = interval + timeout + retries * (retry + timeout);
	return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : null;
}

/** Whose it is: decides who gets the incident and which service turns red. */
export function BelongsFields({ values, errors, onChange }: CheckFieldsProps) {
	const staff = useTopic("staff", null);
	const cis = staff?.cis ?? [];
	const services = cis.filter((ci) => ci.class === "service");
	return (
		<Card title={text.belongs}>
			<div className={classes.fields}>
				<Pick label={text.service} field="serviceId" items={services} {...{ values, errors, onChange }} />
				<Pick label={text.ci} field="ciId" items={cis} {...{ values, errors, onChange }} />
				<Pick
					label={text.team}
					field="teamId"
					items={staff?.teams ?? []}
					description={text.teamHint}
					{...{ values, errors, onChange }}
				/>
			</div>
		</Card>
	);
}

interface PickProps extends CheckFieldsProps {
	readonly label: string;
	readonly description?: string;
	readonly field: "serviceId" | "ciId" | "teamId";
	readonly items: readonly { readonly id: string; readonly name: string }[];
}

const PICK_LIMIT = 50;

function Pick({ label, description, field, items, values, errors, onChange }: PickProps) {
	return (
		<Select
			size="sm"
			label={label}
			description={description}
			placeholder={text.optional}
			data={items.map((item) => ({ value: item.id, label: item.name }))}
			limit={PICK_LIMIT}
			searchable
			clearable
			value={values[field]}
			error={errors[field]}
			onChange={(id) => onChange(field, id)}
		/>
	);
}

type TextFieldName =
	| "name"
	| "url"
	| "expectStatus"
	| "expectText"
	| "host"
	| "dnsName"
	| "server"
	| "expectAnswer";

interface TextFieldProps extends CheckFieldsProps {
	readonly field: TextFieldName;
	readonly label: string;
	readonly description?: string;
	readonly placeholder?: string;
	readonly isWide?: boolean;
	/** Where the cursor stands when the form opens. */
	readonly isFirst?: boolean;
}

function TextField(props: TextFieldProps) {
	const { field, values, errors, onChange } = props;
	return (
		<TextInput
			size="sm"
			className={props.isWide ? classes.wide : undefined}
			label={props.label}
			description={props.description}
			placeholder={props.placeholder}
			data-autofocus={props.isFirst}
			ref={props.isFirst ? focusOnce : undefined}
			value={values[field]}
			error={errors[field]}
			onChange={(event) => onChange(field, event.currentTarget.value)}
		/>
	);
}

function focusOnce(element: HTMLInputElement | null): void {
	element?.focus();
}

interface NumberFieldProps extends CheckFieldsProps {
	readonly field:
		| "port"
		| "intervalSeconds"
		| "timeoutSeconds"
		| "retries"
		| "retrySeconds"
		| "degradedAboveMs";
	readonly label: string;
	readonly suffix?: string;
	readonly placeholder?: string;
}

function NumberField({ field, label, suffix, placeholder, values, errors, onChange }: NumberFieldProps) {
	return (
		<NumberInput
			size="sm"
			label={label}
			placeholder={placeholder}
			{...(suffix !== undefined && { suffix })}
			hideControls
			allowNegative={false}
			value={values[field]}
			error={errors[field]}
			onChange={(value) => onChange(field, value)}
		/>
	);
}
