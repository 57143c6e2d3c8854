import { type Story, tell } from "./story.ts";

/** What keeps coming back, and why. */
export const PROBLEM_STORIES: readonly Story[] = [
	...tell(
		{
			category: "Network",
			subcategory: "Remote access",
			serviceId: "ci-remote",
			ciId: "ci-vpn-gateway",
			teamId: "team-network",
		},
		[
			[
				"some",
				"VPN gateway leaks sessions until licences run out",
				"Three times in two months new VPN connections were refused because dead sessions held the licences.",
				"Sessions of clients that lose power are never ended: keep-alive is off on the gateway.",
				"Keep-alive switched on; sessions end after 90 seconds. No refusal in four weeks.",
			],
		],
	),
	...tell(
		{
			category: "Software",
			subcategory: "ERP",
			serviceId: "ci-erp",
			ciId: "ci-erp-db",
			teamId: "team-platform",
		},
		[
			[
				"wide",
				"Ledger reports slow the whole ERP down",
				"Reports without a date range have stopped ERP for everybody several times.",
				"The report reads the whole ledger: no index fits, and nothing limits it.",
				"Index added and date range made mandatory. Longest report now takes 40 seconds.",
			],
			[
				"some",
				"Interface to warehouse stops at unusual characters",
				"Stock differs whenever an address with unusual characters comes in.",
				"The interface assumes Latin-1 where ERP sends UTF-8.",
				"Interface reads UTF-8; 2,000 test messages passed.",
			],
		],
	),
	...tell(
		{
			category: "Software",
			subcategory: "Online shop",
			serviceId: "ci-shop",
			ciId: "ci-shop-db",
			teamId: "team-platform",
		},
		[
			[
				"wide",
				"Shop answers 503 for half a minute several times a day",
				"The shop’s front page fails for about 40 seconds, then is well again.",
				"Connections to shop-db-01 run out when the price import starts.",
				"Import uses a pool of its own; no outage since.",
			],
			[
				"some",
				"Certificates expire unnoticed",
				"Twice this year a certificate expired and customers noticed first.",
				"Renewal depends on a calendar entry of one person.",
				"All certificates are watched by checks that warn 21 days ahead.",
			],
		],
	),
	...tell(
		{
			category: "Hardware",
			subcategory: "Laptop",
			serviceId: "ci-laptops",
			ciId: "ci-deployment",
			teamId: "team-workplace",
		},
		[
			[
				"some",
				"Updates fill the disk of older laptops",
				"Laptops with 256 GB disks run full after each feature update.",
				"Old update files are kept for 30 days, 45 GB each.",
				"Kept for 3 days now; deployment checks free space first.",
			],
			[
				"some",
				"Docks crash laptops of one series",
				"Blue screens when docking, only on one series.",
				"Display driver and dock firmware do not fit together below version 1.4.",
				"Firmware 1.4 rolled out to all docks.",
			],
		],
	),
	...tell(
		{
			category: "Network",
			subcategory: "Wi-Fi",
			serviceId: "ci-wifi",
			ciId: "ci-wifi-controller",
			teamId: "team-network",
		},
		[
			[
				"some",
				"Access points lose their uplink after power saving",
				"Single access points stop serving until their port is reset.",
				"Switch ports go to sleep and do not wake with this model.",
				"Power saving switched off for access point ports.",
			],
		],
	),
];
