import { type ReactNode, useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { setupText } from "../text/en/setup.ts";
import classes from "./setup.module.css";
import { SetupScreen } from "./setup-screen.tsx";
import { useSetup } from "./use-setup.ts";

/** Lets the console through once the desk was set up, and lands on the queues when that has just happened. */
export function SetupGate({ children }: { readonly children: ReactNode }) {
	const { setup, isWaiting, take } = useSetup();
	const [isReporting, setIsReporting] = useState(false);
	const [, navigate] = useLocation();
	// An import's report stays until the person has read it, though the desk is ready by then.
	const isOpen = (setup === null || setup.state === "done") && !isReporting;
	const wasShut = useRef(false);
	useEffect(() => {
		if (isOpen && wasShut.current) navigate("/queues", { replace: true });
		wasShut.current = !isOpen && !isWaiting;
	}, [isOpen, isWaiting, navigate]);
	if (isWaiting)
		return (
			<p className={classes.waiting} role="status">
				{setupText.loading}
			</p>
		);
	if (isOpen || setup === null) return children;
	return <SetupScreen setup={setup} onChange={take} onReporting={setIsReporting} />;
}
