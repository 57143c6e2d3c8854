import { Notifications } from "@mantine/notifications";
import { Suspense } from "react";
import { useLocation } from "wouter";
import { SetupGate } from "../setup/index.ts";
import { appText } from "../text/en/app.ts";
import { CrashGuard } from "./crash-guard.tsx";
import classes from "./frame.module.css";
import { PageLoading } from "./page-loading.tsx";
import { Rail } from "./rail.tsx";
import { Routes } from "./routes.tsx";

/** The console around its pages: rail at the left, the page beside it. */
export function Console() {
	const [location] = useLocation();
	return (
		<SetupGate>
			<a className={classes.skip} href="#page">
				{appText.skipToContent}
			</a>
			<div className={classes.frame}>
				<Rail />
				<main id="page" className={classes.page} tabIndex={-1}>
					<CrashGuard resetKey={location}>
						<Suspense fallback={<PageLoading />}>
							<Routes />
						</Suspense>
					</CrashGuard>
				</main>
			</div>
			<Notifications position="bottom-right" autoClose={6_000} limit={3} />
		</SetupGate>
	);
}
