import type { ReactNode } from "react";

/** Lets the console through once the desk was set up. */
export function SetupGate({ children }: { readonly children: ReactNode }) {
	return children;
}
