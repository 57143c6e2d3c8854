/** What can go wrong between the console and its desk. */
export const httpText = {
	unreachable: {
		reading: "The desk is out of reach. This shows when it is back.",
		changing: "The desk is out of reach. Look whether it was done before you try again.",
	},
	timeout: {
		reading: "The desk took too long to answer.",
		changing: "The desk took too long to answer. It may still have done it: look before you try again.",
	},
	canceled: "Canceled.",
	status: (status: number) => `The desk answered with status ${status}.`,
	unexpectedAnswer: (path: string, detail: string) =>
		`The desk's answer to ${path} does not look as it should. Console and desk may differ in version. ${detail}`,
} as const;
