import { type Story, tell } from "./story.ts";

/** Why people call a service desk. */
export const INCIDENT_STORIES: readonly Story[] = [
	...tell(
		{
			category: "Access",
			subcategory: "Password",
			serviceId: "ci-signin",
			ciId: "ci-directory",
			teamId: "team-service-desk",
		},
		[
			[
				"narrow",
				"Account locked after password change",
				"I changed my password yesterday and am locked out {time}. My phone still asks for the old one.",
				"Lock-outs come from the caller’s phone: an old password is stored in its mail app.",
				"Account unlocked; old password removed from the phone’s mail app. Signed in successfully with the caller on the line.",
			],
			[
				"narrow",
				"Forgotten password",
				"I can’t remember my password after the holidays and need to get in.",
				"Identity checked by call-back to the number in the directory.",
				"Temporary password given by phone; changed by the caller at first sign-in.",
			],
			[
				"some",
				"Second factor never arrives on new phone",
				"I have a new phone and the confirmation never arrives, so I can’t sign in to anything.",
				"The old phone is still registered as the only second factor.",
				"Old phone removed, new phone registered together with the caller.",
			],
		],
	),
	...tell(
		{
			category: "Access",
			subcategory: "Permissions",
			serviceId: "ci-files",
			ciId: "ci-file-server",
			teamId: "team-identity",
		},
		[
			[
				"narrow",
				"No access to {share}",
				"I moved teams and can no longer open {share}. My manager says it was approved.",
				"The old group was removed on the move, the new one never added. Approval found in the request.",
				"Added to the folder’s group. Caller confirmed after signing in again.",
			],
			[
				"some",
				"Whole team lost write access to {share}",
				"Nobody in our team can save to {share} {time}. Opening files works.",
				"Group membership was cleaned up over the weekend and took this group with it.",
				"Group restored from yesterday’s export; clean-up rule corrected so that it skips groups with owners.",
			],
		],
	),
	...tell(
		{
			category: "Email",
			subcategory: "Mailbox",
			serviceId: "ci-email",
			ciId: "ci-mail-relay",
			teamId: "team-workplace",
		},
		[
			[
				"narrow",
				"Outlook keeps asking for credentials",
				"Outlook asks for my password every {minutes} minutes {time}, although it is right.",
				"A cached token of the old device is refused.",
				"Cached credentials removed and profile signed in again. Watched it for half an hour, no more prompts.",
			],
			[
				"narrow",
				"Mailbox full, cannot send",
				"I get “mailbox full” and can’t send anything. I deleted a lot already.",
				"Deleted items were never emptied: 18 GB.",
				"Deleted items emptied with the caller’s consent, archive policy switched on.",
			],
			[
				"wide",
				"Mail to customers is delayed by {minutes} minutes",
				"Customers say our confirmations come late {time}. Internal mail is quick.",
				"The queue on mail-relay-01 grows: one destination refuses and blocks the rest.",
				"Blocked destination moved to a queue of its own; backlog delivered. Limit per destination set.",
			],
			[
				"some",
				"Shared mailbox missing after migration",
				"The shared mailbox of our team is gone from Outlook {time}.",
				"Automatic mapping was lost when the mailbox moved.",
				"Mapping set again for all members. They see it after restarting Outlook.",
			],
		],
	),
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
				"narrow",
				"VPN disconnects every {minutes} minutes",
				"Working from home the VPN drops every {minutes} minutes. My own internet is fine.",
				"Gateway log shows re-keying failing for this client version.",
				"Client updated to the current version; connection held for two hours.",
			],
			[
				"some",
				"VPN connects but no internal sites open",
				"VPN says connected, but neither intranet nor ERP opens {time}. Two colleagues have the same.",
				"These clients get no DNS server from the new address pool.",
				"DNS servers added to the pool; affected people reconnected.",
			],
			[
				"wide",
				"Remote access refuses new connections",
				"Nobody who tries now gets in over VPN. People who are connected can work on.",
				"The licence pool is used up: dead sessions are not cleared.",
				"Dead sessions cleared, idle timeout set to 8 hours. Problem opened for the session leak.",
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
				"Wi-Fi very slow on the {floor} in {site}",
				"Calls break up on the {floor} {time}. On cable it is fine.",
				"One access point serves 70 clients, its neighbour none: it lost its uplink.",
				"Uplink port reset, clients spread again. Measured 180 Mbit/s at the caller’s desk.",
			],
			[
				"narrow",
				"Laptop does not see the office Wi-Fi",
				"My laptop {laptop} sees the guest network only.",
				"The certificate for the office network has expired on this device.",
				"Certificate renewed over cable; connected to the office network.",
			],
		],
	),
	...tell(
		{
			category: "Hardware",
			subcategory: "Printer",
			serviceId: "ci-printing",
			ciId: "ci-print-server",
			teamId: "team-workplace",
		},
		[
			[
				"some",
				"{printer} prints blank pages",
				"Every second page from {printer} is blank {time}. Toner was changed.",
				"Transport belt worn; counter above 400,000 pages.",
				"Belt replaced by the supplier, test pages fine.",
			],
			[
				"narrow",
				"Cannot add printer {printer}",
				"I get {code} when I add {printer}.",
				"The driver package is missing for this model on print-02.",
				"Driver package added; printer installed for the caller.",
			],
			[
				"some",
				"Delivery notes come out in the wrong tray",
				"Delivery notes print from tray 1 (white) instead of tray 2 (green) in {site}.",
				"The queue’s default tray was reset by the driver update.",
				"Default tray set again and protected from updates.",
			],
		],
	),
	...tell(
		{
			category: "Hardware",
			subcategory: "Laptop",
			serviceId: "ci-laptops",
			ciId: null,
			teamId: "team-workplace",
		},
		[
			[
				"narrow",
				"Laptop {laptop} does not charge",
				"{laptop} stays at 7 % although the charger’s light is on.",
				"Another charger works: the cable is broken at the plug.",
				"Charger replaced from stock.",
			],
			[
				"narrow",
				"Blue screen when docking",
				"{laptop} shows a blue screen with {code} whenever I put it on the dock.",
				"Crash dump points to the dock’s display driver.",
				"Dock firmware and display driver updated; docked ten times without a crash.",
			],
			[
				"narrow",
				"Very slow after update",
				"My laptop needs {minutes} minutes until I can work {time}.",
				"Disk at 98 %: the update kept its old files.",
				"Old update files removed, 60 GB free; start takes under a minute.",
			],
			[
				"narrow",
				"External screen stays black",
				"My second screen stays black {time}, also with another cable.",
				"Resolution set to one that the screen can’t show.",
				"Resolution set back with the caller by phone.",
			],
		],
	),
	...tell(
		{
			category: "Software",
			subcategory: "ERP",
			serviceId: "ci-erp",
			ciId: "ci-erp-app",
			teamId: "team-applications",
		},
		[
			[
				"narrow",
				"Order {order} cannot be posted",
				"Posting order {order} ends with {code}. Other orders work.",
				"The customer’s tax number was changed to an invalid one after the order was made.",
				"Tax number corrected by master data, order posted.",
			],
			[
				"wide",
				"ERP very slow for everybody",
				"Every screen in ERP takes {minutes} seconds {time}, in {site} and elsewhere.",
				"A report without a date range reads the whole ledger on erp-db-01.",
				"Report stopped, its owner told; date range made mandatory.",
			],
			[
				"some",
				"Stock differs between ERP and scanners",
				"ERP shows other stock than the scanners for three aisles {time}.",
				"The interface stopped at a message with a broken character.",
				"Message repaired and sent again, interface caught up within {minutes} minutes. Stock agrees.",
			],
			[
				"narrow",
				"Report exports an empty file",
				"The carrier cost report gives an empty file in {browser}.",
				"The export opens a second window that {browser} blocks.",
				"Pop-ups allowed for ERP; report saved.",
			],
		],
	),
	...tell(
		{
			category: "Software",
			subcategory: "Warehouse",
			serviceId: "ci-warehouse",
			ciId: "ci-wms-app",
			teamId: "team-applications",
		},
		[
			[
				"wide",
				"Scanners in {site} lose their connection",
				"All scanners in {site} lose the connection every {minutes} minutes {time}. We write on paper.",
				"Scanners roam between two controllers with different keys.",
				"Keys made equal on both controllers; no drop in two hours.",
			],
			[
				"some",
				"Label printer prints old addresses",
				"Labels in {site} carry addresses that were changed last week.",
				"The address cache of the label service was not cleared after the import.",
				"Cache cleared; nightly clearing added to the import job.",
			],
			[
				"narrow",
				"Scanner battery empty after two hours",
				"My scanner is empty after two hours, others last the shift.",
				"Battery swollen.",
				"Battery replaced, old one put aside for disposal.",
			],
		],
	),
	...tell(
		{
			category: "Software",
			subcategory: "Online shop",
			serviceId: "ci-shop",
			ciId: "ci-shop-web",
			teamId: "team-applications",
		},
		[
			[
				"wide",
				"Customers cannot pay by card",
				"Card payments fail in the shop {time}; invoice works. About {minutes} calls so far.",
				"The payment gateway refuses our certificate: it expired today.",
				"Certificate renewed and put on both web servers. Test payment went through. Expiry is now watched.",
			],
			[
				"some",
				"Shop search finds nothing",
				"The search box in the shop finds nothing {time}, categories work.",
				"The search index is empty: last night’s job failed on a full disk.",
				"Disk cleared, index built again. Check on free space added.",
			],
		],
	),
	...tell(
		{
			category: "Telephony",
			subcategory: "Calls",
			serviceId: "ci-telephony",
			ciId: "ci-pbx",
			teamId: "team-network",
		},
		[
			[
				"some",
				"Customer line: callers hear nothing",
				"Callers on the customer line hear nothing for the first seconds {time}.",
				"Audio port range blocked on the new firewall rule.",
				"Range opened; ten test calls fine.",
			],
			[
				"narrow",
				"Voicemail light stays on",
				"The light on my phone stays on although there is no message.",
				"Counter out of step after the PBX restart.",
				"Counter reset.",
			],
		],
	),
	...tell(
		{
			category: "Security",
			subcategory: "Phishing",
			serviceId: "ci-email",
			ciId: null,
			teamId: "team-security",
		},
		[
			[
				"narrow",
				"Suspicious mail with invoice attached",
				"I got a mail with an “overdue invoice” from a name I know, but another address. I did not open it.",
				"Sender seen in 14 mailboxes; nobody opened the file.",
				"Sender blocked, mails removed from all mailboxes. Thanks for reporting.",
			],
			[
				"some",
				"Clicked a link and typed my password",
				"I clicked a link in a mail about {file} and typed my password before I noticed.",
				"Sign-in from abroad four minutes later, refused by the second factor.",
				"Password changed, sessions ended, no sign of access. Link blocked for everybody.",
			],
		],
	),
	...tell(
		{
			category: "Software",
			subcategory: "Office",
			serviceId: "ci-files",
			ciId: "ci-file-server",
			teamId: "team-service-desk",
		},
		[
			[
				"narrow",
				"{file} opens read-only",
				"{file} opens read-only {time} and says that I have it open myself.",
				"An old session on files-01 holds the lock.",
				"Session closed, file opens for writing.",
			],
			[
				"narrow",
				"Deleted {file} by mistake",
				"I deleted {file} from {share} by mistake and need it back today.",
				"Present in last night’s snapshot.",
				"Restored from the snapshot of last night to the same folder.",
			],
			[
				"narrow",
				"Badge does not open the door in {site}",
				"My badge stopped opening the side door in {site} {time}.",
				"Badge not in the door group after the reorganisation.",
				"Badge added; caller went in.",
			],
		],
	),
];
