import { Notifications } from "@mantine/notifications";
import { Suspense, useCallback, useState } from "react";
import { useLocation } from "wouter";
import { BackgroundNotice, useShellNavigation } from "../desktop/index.ts";
import { ShortcutsOverlay } from "../keys/index.ts";
import { DeskNotices } from "../notices/index.ts";
import { Palette } from "../palette/index.ts";
import { useKeepViews } from "../saved-views/index.ts";
import { ActAsDialog, DeviceNotice, NoAccess, useIsDevice, useNoAccess } from "../session/index.ts";
import { SetupGate } from "../setup/index.ts";
import { DraftNotice, HappenedNotices, StatusBar, StorageBanner } from "../sync/index.ts";
import { appText } from "../text/en/app.ts";
import { MergeDialog } from "../ticket/index.ts";
import { CrashGuard } from "./crash-guard.tsx";
import classes from "./frame.module.css";
import { PageLoading } from "./page-loading.tsx";
import { Rail } from "./rail.tsx";
import { Routes } from "./routes.tsx";
import { useConsoleKeys } from "./use-console-keys.ts";
import { useDeskTime } from "./use-desk-time.ts";
import { useDialogTakesSubmit } from "./use-dialog-takes-submit.ts";
import { useEnterStaysInLists } from "./use-enter-stays-in-lists.ts";
import { useFocusKept } from "./use-focus-kept.ts";
import { useRefuseStrayDrops } from "./use-refuse-stray-drops.ts";
import { useSignInWhenAsked } from "./use-sign-in-when-asked.ts";

/** The console around its pages: rail at the left, the page beside it, the standing of things below. */
export function Console() {
	useDeskTime();
	useEnterStaysInLists();
	useDialogTakesSubmit();
	useFocusKept();
	useRefuseStrayDrops();
	return (
		<SetupGate>
			<Frame />
			<Notifications position="bottom-left" className={classes.messages} autoClose={6_000} limit={3} />
		</SetupGate>
	);
}

function Frame() {
	const [isKeysOpen, setIsKeysOpen] = useState(false);
	const showKeys = useCallback(() => setIsKeysOpen(true), []);
	if (useIsDevice()) return <DeviceNotice />;
	return (
		<>
			<Habits onShowKeys={showKeys} />
			<a className={classes.skip} href="#page">
				{appText.skipToContent}
			</a>
			<div className={classes.console}>
				<StorageBanner />
				<HappenedNotices />
				<DeskNotices />
				<BackgroundNotice />
				<DraftNotice />
				<div className={classes.frame}>
					<Rail onShowKeys={showKeys} />
					<main id="page" className={classes.page} tabIndex={-1}>
						<PageArea />
					</main>
				</div>
				<StatusBar />
			</div>
			<Palette onShowKeys={showKeys} />
			<ShortcutsOverlay isOpen={isKeysOpen} onClose={() => setIsKeysOpen(false)} />
			<ActAsDialog />
			<MergeDialog />
		</>
	);
}

/** What goes on on every page. Draws nothing, so that no address draws what stands around the pages anew. */
function Habits({ onShowKeys }: { readonly onShowKeys: () => void }) {
	useConsoleKeys(onShowKeys);
	useKeepViews();
	useSignInWhenAsked();
	useShellNavigation();
	return null;
}

/** The page that the address names; what stands around it is not drawn anew with every address. */
function PageArea() {
	const [location] = useLocation();
	const isShut = useIsShut(location);
	return (
		<CrashGuard resetKey={location}>
			<Suspense fallback={<PageLoading />}>{isShut ? <NoAccess /> : <Routes />}</Suspense>
		</CrashGuard>
	);
}

/** What shows nothing of the desk's own: signing in, one's unsent edits. */
const OPEN_TO_ALL = ["/sign-in", "/sync"] as const;

/** Whether somebody is here who may see nothing of the desk; while signed in they still have their own account. */
function useIsShut(location: string): boolean {
	const access = useNoAccess();
	if (access === null || OPEN_TO_ALL.some((path) => location.startsWith(path))) return false;
	return access.isEnded || !location.startsWith("/settings/account");
}
