export const draftsText = {
	restored: "Continue where you were.",
	discard: "Discard the draft",
	startAfresh: "Start afresh",
	other: "Another window wrote here too.",
	takeOther: "Show its text",
	kept: "Draft kept on this device",
	begun: (field: string) => `You began to change the ${field.toLowerCase()}.`,
	continue: "Continue where you were",
} as const;
