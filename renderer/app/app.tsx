import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { ThemeProvider } from "../theme/index.ts";
import { CrashGuard } from "./crash-guard.tsx";
import { PageLoading } from "./page-loading.tsx";

// The wall is a page of its own: a display loads no queue, no palette and no rail.
const WallPage = lazy(async () => ({ default: (await import("../wall/index.ts")).WallPage }));
const Console = lazy(async () => ({ default: (await import("./console.tsx")).Console }));

/** Everything on screen: the wall, or the console with its rail. */
export function App() {
	return (
		<ThemeProvider>
			<CrashGuard>
				<Suspense fallback={<PageLoading />}>
					<Switch>
						<Route path="/wall">
							<WallPage />
						</Route>
						<Route>
							<Console />
						</Route>
					</Switch>
				</Suspense>
			</CrashGuard>
		</ThemeProvider>
	);
}
