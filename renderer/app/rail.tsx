import { Tooltip } from "@mantine/core";
import {
	IconActivityHeartbeat,
	IconBell,
	IconBook2,
	IconCalendarEvent,
	IconDeviceTv,
	IconFlame,
	IconHome,
	IconInbox,
	IconMail,
	IconSearch,
	IconSettings,
	IconSitemap,
	IconUsers,
} from "@tabler/icons-react";
import { Link, useLocation } from "wouter";
import { useTopic } from "../data/index.ts";
import { SessionMenu } from "../session/index.ts";
import { appText } from "../text/en/app.ts";
import { incidentText } from "../text/en/incident.ts";
import { knowledgeText } from "../text/en/knowledge.ts";
import { mailText } from "../text/en/mail.ts";
import { searchText } from "../text/en/search.ts";
import { servicesText } from "../text/en/services.ts";
import { workloadText } from "../text/en/workload.ts";
import { ThemeSwitch } from "../theme/index.ts";
import type { QueueCounts } from "../worker/views/view-protocol.ts";
import classes from "./rail.module.css";

/** A place of the rail; `also` are addresses that belong to it. */
interface Place {
	readonly path: string;
	readonly also?: readonly string[];
	readonly label: string;
	readonly icon: typeof IconHome;
}

const PLACES: readonly Place[] = [
	{ path: "/home", label: appText.rail.home, icon: IconHome },
	{ path: "/queues", also: ["/tickets", "/new"], label: appText.rail.queues, icon: IconInbox },
	{ path: "/search", label: searchText.title, icon: IconSearch },
	{ path: "/workload", label: workloadText.title, icon: IconUsers },
	{ path: "/changes", label: appText.rail.changes, icon: IconCalendarEvent },
	{ path: "/majors", label: incidentText.majors.title, icon: IconFlame },
	{ path: "/alerts", label: appText.rail.alerts, icon: IconBell },
	{ path: "/checks", label: appText.rail.checks, icon: IconActivityHeartbeat },
	{ path: "/knowledge", label: knowledgeText.title, icon: IconBook2 },
	{ path: "/services", label: servicesText.title, icon: IconSitemap },
	{ path: "/wall", label: appText.rail.wall, icon: IconDeviceTv },
];

/** Only where the desk has mail, or something of it waits. */
const MAIL: Place = { path: "/mail", label: mailText.queue.title, icon: IconMail };
const SETTINGS: Place = { path: "/settings", label: appText.rail.settings, icon: IconSettings };

/** The way between the console's places, always at the left. */
export function Rail({ onShowKeys }: { readonly onShowKeys: () => void }) {
	const counts = useTopic("counts", null);
	const mail = useTopic("mail", null);
	const unmatched = mail?.unmatched ?? 0;
	return (
		<nav className={classes.rail} aria-label={appText.rail.label}>
			<ul className={classes.places}>
				{PLACES.map((place) => (
					<RailItem key={place.path} place={place} trouble={troubleAt(place, counts)} />
				))}
				{mail?.isOn || unmatched > 0 ? (
					<RailItem
						place={MAIL}
						trouble={unmatched > 0 ? { count: unmatched, text: mailText.queue.rail(unmatched) } : null}
					/>
				) : null}
			</ul>
			<div className={classes.foot}>
				<ul className={classes.places}>
					<RailItem place={SETTINGS} trouble={null} />
				</ul>
				<ThemeSwitch />
				<SessionMenu onShowKeys={onShowKeys} />
			</div>
		</nav>
	);
}

interface Trouble {
	readonly count: number;
	readonly text: string;
}

/** What wants to be seen at a place: only alerts and checks, and only when there is something. */
function troubleAt(place: Place, counts: QueueCounts | undefined): Trouble | null {
	if (!counts) return null;
	if (place.path === "/alerts" && counts.firingAlerts > 0)
		return { count: counts.firingAlerts, text: appText.rail.firing(counts.firingAlerts) };
	if (place.path === "/checks" && counts.checksDown > 0)
		return { count: counts.checksDown, text: appText.rail.down(counts.checksDown) };
	return null;
}

function RailItem({ place, trouble }: { readonly place: Place; readonly trouble: Trouble | null }) {
	const [location] = useLocation();
	const isHere = [place.path, ...(place.also ?? [])].some(
		(path) => location === path || location.startsWith(`${path}/`),
	);
	const Icon = place.icon;
	const label = trouble ? `${place.label}: ${trouble.text}` : place.label;
	return (
		<li>
			<Tooltip label={label} position="right">
				<Link
					href={place.path}
					className={classes.item}
					aria-label={label}
					aria-current={isHere ? "page" : undefined}
				>
					<Icon size={20} stroke={1.6} aria-hidden="true" />
					{trouble ? (
						<span className={classes.badge} aria-hidden="true">
							{trouble.count > 99 ? "99+" : trouble.count}
						</span>
					) : null}
				</Link>
			</Tooltip>
		</li>
	);
}
