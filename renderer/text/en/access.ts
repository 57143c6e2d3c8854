/** Why something can't be done just now. */
export const accessText = {
	offline: "Only the desk can do this, and it is out of reach. Try again when it is back.",
	signedOut: "Sign in again first.",
	notAllowed: "Your role does not allow this.",
} as const;
