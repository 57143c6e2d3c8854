import { Button, CopyButton, Group, TextInput } from "@mantine/core";
import { settingsText } from "../text/en/settings.ts";
import classes from "./settings.module.css";

const text = settingsText.walls;

interface Props {
	readonly name: string;
	readonly token: string;
	readonly onPutAway: () => void;
}

/** A wall's link, which holds its token: shown once. The app's own address means nothing elsewhere. */
export function WallLink({ name, token, onPutAway }: Props) {
	const isServed = location.protocol !== "app:";
	const value = isServed ? wallLinkOf(location.origin, token) : token;
	return (
		<section className={classes.created} role="status">
			<p className={classes.createdTitle}>{text.created(name)}</p>
			<p className={classes.dim}>{text.createdHint}</p>
			<TextInput
				size="sm"
				readOnly
				label={isServed ? text.link : text.token}
				value={value}
				onFocus={(event) => event.currentTarget.select()}
				my="xs"
			/>
			<Group>
				<CopyButton value={value}>
					{({ copied, copy }) => <Button onClick={copy}>{copied ? text.copied : text.copy}</Button>}
				</CopyButton>
				<Button variant="default" onClick={onPutAway}>
					{text.putAway}
				</Button>
			</Group>
		</section>
	);
}

/** In the fragment, which no server and no proxy ever sees. */
function wallLinkOf(origin: string, token: string): string {
	return `${origin}/wall#token=${encodeURIComponent(token)}`;
}
