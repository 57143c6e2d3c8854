import { type Story, tell } from "./story.ts";

/** What people ask a service desk for. */
export const REQUEST_STORIES: readonly Story[] = [
	...tell(
		{
			category: "Hardware",
			subcategory: "Order",
			serviceId: "ci-laptops",
			ciId: null,
			teamId: "team-workplace",
		},
		[
			[
				"narrow",
				"Second screen for the desk in {site}",
				"Please order a second screen, 27 inch, for my desk on the {floor} in {site}.",
				"In stock: goes out with the next round.",
				"Screen delivered and connected.",
			],
			[
				"narrow",
				"Replacement laptop after four years",
				"{laptop} is four years old. Please replace it with the standard model.",
				"Standard model available, migration planned with the user.",
				"New laptop handed over, data moved, old one taken back.",
			],
			[
				"narrow",
				"Headset for customer calls",
				"I need a headset with noise cancelling for the open office.",
				"Standard headset on the shelf.",
				"Handed over at the desk.",
			],
		],
	),
	...tell(
		{
			category: "Access",
			subcategory: "New starter",
			serviceId: "ci-signin",
			ciId: "ci-directory",
			teamId: "team-identity",
		},
		[
			[
				"narrow",
				"New starter in {site}: accounts and equipment",
				"A new colleague starts on the first of next month in {site}: account, mailbox, ERP role “clerk”, laptop, badge.",
				"Account prepared, laptop reserved.",
				"Everything ready on the first day; welcome mail sent to the manager.",
			],
			[
				"narrow",
				"Leaver: close account at the end of the month",
				"Our colleague leaves at the end of the month. Please close the account and hand the mailbox to me.",
				"Date set in the directory; hand-over of the mailbox prepared.",
				"Account closed on the date, mailbox handed to the manager for 30 days.",
			],
			[
				"narrow",
				"Access to {share} for a project",
				"Please give me read access to {share} until the end of the quarter. The owner agrees.",
				"Owner’s approval attached.",
				"Access given, ends by itself at the end of the quarter.",
			],
		],
	),
	...tell(
		{
			category: "Software",
			subcategory: "Installation",
			serviceId: "ci-laptops",
			ciId: "ci-deployment",
			teamId: "team-workplace",
		},
		[
			[
				"narrow",
				"Install the diagram editor",
				"I need the diagram editor for process maps on {laptop}.",
				"Licence free in the pool.",
				"Assigned in software deployment; installed overnight.",
			],
			[
				"narrow",
				"PDF editor licence",
				"I need to edit PDF contracts, reading is not enough.",
				"Cost centre confirmed by the manager.",
				"Licence assigned; caller signed in to the editor.",
			],
		],
	),
	...tell(
		{
			category: "Network",
			subcategory: "Rule",
			serviceId: "ci-remote",
			ciId: "ci-firewall",
			teamId: "team-network",
		},
		[
			[
				"some",
				"Open connection to carrier’s interface",
				"Please allow erp-app-01 to reach the carrier’s new address on port 443.",
				"Address belongs to the carrier, contract checked by Security.",
				"Rule added, connection tested from erp-app-01.",
			],
			[
				"narrow",
				"Guest Wi-Fi for a workshop in {site}",
				"We have 20 guests in {site} on Thursday and need guest Wi-Fi for one day.",
				"Voucher batch prepared.",
				"Vouchers sent, valid on Thursday.",
			],
		],
	),
	...tell(
		{
			category: "Email",
			subcategory: "Group",
			serviceId: "ci-email",
			ciId: null,
			teamId: "team-service-desk",
		},
		[
			[
				"narrow",
				"New distribution list for the project",
				"Please set up a list for the depot project with the people in the attachment.",
				"Names checked against the directory.",
				"List made, caller is its owner and can change it.",
			],
			[
				"narrow",
				"Forward mailbox during parental leave",
				"Please forward my mail to my stand-in until I am back.",
				"Consent of both is attached.",
				"Forwarding set with an end date.",
			],
		],
	),
];
