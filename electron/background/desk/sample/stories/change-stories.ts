import { type Story, tell } from "./story.ts";

/** What gets changed on purpose. `finding` is the check before, `ending` the review after. */
export const CHANGE_STORIES: readonly Story[] = [
	...tell(
		{
			category: "Server",
			subcategory: "Patch",
			serviceId: "ci-erp",
			ciId: "ci-erp-db",
			teamId: "team-platform",
		},
		[
			[
				"wide",
				"Patch erp-db-01 to the current minor version",
				"Plan: stop the application, patch, start, run the smoke test. Back out: restore the snapshot taken before. Window: Sunday 06:00–08:00.",
				"Snapshot tested on the copy; smoke test takes 12 minutes.",
				"Done within the window, smoke test fine.",
			],
			[
				"some",
				"Monthly operating system updates, group B",
				"Plan: drain, update, restart one server after the other. Back out: previous kernel. Window: Saturday 20:00–23:00.",
				"Group A went through last week without a finding.",
				"All servers of the group updated.",
			],
		],
	),
	...tell(
		{
			category: "Network",
			subcategory: "Configuration",
			serviceId: "ci-wifi",
			ciId: "ci-wifi-controller",
			teamId: "team-network",
		},
		[
			[
				"some",
				"New firmware for the access points in {site}",
				"Plan: three access points first, the rest after a day. Back out: previous firmware. Window: 05:00–06:00.",
				"Release notes read: fixes our roaming fault.",
				"All access points on the new firmware; roaming tested with scanners.",
			],
			[
				"some",
				"Replace core-sw-01’s power supply",
				"Plan: hot swap, one after the other. Back out: put the old one back. Window: Saturday 07:00–08:00.",
				"Spare tested; both supplies carry the load alone.",
				"Swapped without interruption.",
			],
		],
	),
	...tell(
		{
			category: "Application",
			subcategory: "Release",
			serviceId: "ci-shop",
			ciId: "ci-shop-web",
			teamId: "team-applications",
		},
		[
			[
				"wide",
				"Shop release: faster checkout",
				"Plan: blue-green switch on lb-01 after tests. Back out: switch back. Window: Tuesday 06:00–06:30.",
				"Tests passed on staging, payment provider informed.",
				"Switched at 06:10; conversion and errors as before.",
			],
			[
				"some",
				"Import of new carrier rates",
				"Plan: import to the copy, compare 50 orders, import to production. Back out: rates of last month.",
				"50 of 50 orders agree.",
				"Imported; first invoices checked.",
			],
		],
	),
	...tell(
		{
			category: "Security",
			subcategory: "Configuration",
			serviceId: "ci-signin",
			ciId: "ci-mfa",
			teamId: "team-security",
		},
		[
			[
				"some",
				"Second factor for all administrators",
				"Plan: pilot group, then everybody by department. Back out: policy off.",
				"Pilot of 12 people for a week without trouble.",
				"Switched on for all administrators.",
			],
			[
				"some",
				"Renew certificates of the web servers",
				"Plan: put new certificates on lb-01, check with the browser list. Back out: old ones are valid for 9 more days.",
				"New certificates contain all names.",
				"Renewed; checks watch the new expiry.",
			],
		],
	),
	...tell(
		{
			category: "Storage",
			subcategory: "Capacity",
			serviceId: "ci-files",
			ciId: "ci-storage",
			teamId: "team-platform",
		},
		[
			[
				"some",
				"Extend the volume of files-01 by 4 TB",
				"Plan: extend online. Back out: none needed, extension only.",
				"Pool has 11 TB free.",
				"Extended online; no interruption.",
			],
		],
	),
];
