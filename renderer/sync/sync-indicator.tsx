import {
	IconAlertCircle,
	IconCloudCheck,
	IconCloudOff,
	IconLoader2,
	IconLock,
	IconLogin,
	IconPlugConnectedX,
} from "@tabler/icons-react";
import { Link } from "wouter";
import { syncText } from "../text/en/sync.ts";
import type { SyncStatus } from "../worker/protocol.ts";
import { describeSync } from "./describe-sync.ts";
import classes from "./sync.module.css";

const ICONS = {
	starting: IconPlugConnectedX,
	live: IconCloudCheck,
	"catching-up": IconLoader2,
	offline: IconCloudOff,
	"needs-you": IconAlertCircle,
	"signed-out": IconLogin,
	"no-access": IconLock,
} as const;

/** How this console stands with the desk: always there, never loud without a reason. */
export function SyncIndicator({ status }: { readonly status: SyncStatus }) {
	const { tone, text } = describeSync(status);
	const Icon = ICONS[status.state];
	return (
		<span className={classes.indicator} data-tone={tone} data-sync-state={status.state}>
			<Link href="/sync" className={classes.indicatorLink} title={syncText.open}>
				<Icon size={14} aria-hidden="true" />
				<span role="status" aria-live="polite">
					{text}
				</span>
			</Link>
			{status.state === "signed-out" ? (
				<Link href="/sign-in" className={classes.signIn}>
					{syncText.signIn}
				</Link>
			) : null}
		</span>
	);
}
