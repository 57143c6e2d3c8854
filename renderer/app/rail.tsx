import { Tooltip } from "@mantine/core";
import {
	IconActivityHeartbeat,
	IconBell,
	IconDeviceTv,
	IconHome,
	IconInbox,
	IconSettings,
} from "@tabler/icons-react";
import { Link, useLocation } from "wouter";
import { appText } from "../text/en/app.ts";
import { ThemeSwitch } from "../theme/index.ts";
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
	{ path: "/alerts", label: appText.rail.alerts, icon: IconBell },
	{ path: "/checks", label: appText.rail.checks, icon: IconActivityHeartbeat },
	{ path: "/wall", label: appText.rail.wall, icon: IconDeviceTv },
];

const SETTINGS: Place = { path: "/settings", label: appText.rail.settings, icon: IconSettings };

/** The way between the console's places, always at the left. */
export function Rail() {
	return (
		<nav className={classes.rail} aria-label={appText.rail.label}>
			<ul className={classes.places}>
				{PLACES.map((place) => (
					<RailItem key={place.path} place={place} />
				))}
			</ul>
			<div className={classes.foot}>
				<ul className={classes.places}>
					<RailItem place={SETTINGS} />
				</ul>
				<ThemeSwitch />
			</div>
		</nav>
	);
}

function RailItem({ place }: { readonly place: Place }) {
	const [location] = useLocation();
	const isHere = [place.path, ...(place.also ?? [])].some(
		(path) => location === path || location.startsWith(`${path}/`),
	);
	const Icon = place.icon;
	return (
		<li>
			<Tooltip label={place.label} position="right">
				<Link
					href={place.path}
					className={classes.item}
					aria-label={place.label}
					aria-current={isHere ? "page" : undefined}
				>
					<Icon size={20} stroke={1.6} aria-hidden="true" />
				</Link>
			</Tooltip>
		</li>
	);
}
