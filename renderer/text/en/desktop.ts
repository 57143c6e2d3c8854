export const desktopText = {
	restarting: {
		title: "The desk on this computer stopped.",
		hint: (attempt: number) =>
			attempt === 1
				? "It is being started again; what you do meanwhile is kept."
				: `It is being started again (attempt ${attempt}); what you do meanwhile is kept.`,
	},
	wallOn: (display: string) => `Wall: ${display}`,
} as const;
