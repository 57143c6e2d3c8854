import { useEffect } from "react";
import { useLocation } from "wouter";
import { useTopic } from "../data/index.ts";

/** Where the desk asks for a password and nobody is signed in here, there is nothing else to show. */
export function useSignInWhenAsked(): void {
	const [location, navigate] = useLocation();
	const session = useTopic("session", null);
	const isAsked = session?.mode === "password" && session.person === null;
	useEffect(() => {
		if (isAsked && location !== "/sign-in") navigate("/sign-in", { replace: true });
	}, [isAsked, location, navigate]);
}
