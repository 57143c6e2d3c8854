import { useMemo } from "react";
import { useLocation } from "wouter";
import { addedKinds } from "../../shared/ticket/known-lifecycles.ts";
import { lifecycleOf } from "../../shared/ticket/lifecycle.ts";
import { callWorker, useTopic } from "../data/index.ts";
import { shellBridge, useDisplays } from "../desktop/index.ts";
import { exportCsv } from "../queue-export/index.ts";
import { VIEW_IDS } from "../queue-state/index.ts";
import { useSavedViews } from "../saved-views/index.ts";
import { useSessionUi } from "../session/index.ts";
import { appText } from "../text/en/app.ts";
import { changesText } from "../text/en/changes.ts";
import { desktopText } from "../text/en/desktop.ts";
import { incidentText } from "../text/en/incident.ts";
import { knowledgeText } from "../text/en/knowledge.ts";
import { lifecyclesText } from "../text/en/lifecycles.ts";
import { mailText } from "../text/en/mail.ts";
import { ownText } from "../text/en/own-account.ts";
import { paletteText } from "../text/en/palette.ts";
import { queueText } from "../text/en/queue.ts";
import { catalogueText, requestsText } from "../text/en/requests.ts";
import { searchText } from "../text/en/search.ts";
import { serviceLevelsText } from "../text/en/service-levels.ts";
import { ciImportText, servicesText } from "../text/en/services.ts";
import { settingsText } from "../text/en/settings.ts";
import { ticketText } from "../text/en/ticket.ts";
import { viewsText } from "../text/en/views.ts";
import { workloadText } from "../text/en/workload.ts";
import { useThemeChoice } from "../theme/index.ts";
import { undoLast } from "../ticket/index.ts";
import type { ListedView } from "../worker/views/view-protocol.ts";
import type { PaletteCommand } from "./palette-command.ts";

export interface Commands {
	readonly go: readonly PaletteCommand[];
	readonly act: readonly PaletteCommand[];
}

/** Everything that can be reached or done from anywhere. */
export function useCommands(onShowKeys: () => void): Commands {
	const [, navigate] = useLocation();
	const { choose } = useThemeChoice();
	const session = useTopic("session", null);
	const isOpenDesk = session?.mode === "open";
	const displays = useDisplays();
	const lifecycles = useTopic("lifecycles", null);
	const views = useSavedViews();
	return useMemo(
		() => ({
			go: [...goCommands(navigate), ...viewCommands(navigate, views)],
			act: [
				...actCommands(navigate, onShowKeys),
				...(lifecycles ? addedKindCommands(navigate) : []),
				...wallCommands(displays),
				...themeCommands(choose),
				...sessionCommands(isOpenDesk),
			],
		}),
		[navigate, choose, onShowKeys, isOpenDesk, displays, lifecycles, views],
	);
}

type Navigate = (to: string) => void;

function goCommands(navigate: Navigate): readonly PaletteCommand[] {
	const { rail } = appText;
	const places: readonly (readonly [string, string, PaletteCommand["shortcut"]?])[] = [
		[rail.home, "/home", "goHome"],
		...VIEW_IDS.map((view) => [paletteText.view(queueText.views[view]), `/queues/${view}`] as const),
		[paletteText.changes, "/changes/calendar", "goChanges"],
		[incidentText.majors.palette, "/majors", "goMajors"],
		[searchText.label, "/search", "goSearch"],
		[rail.alerts, "/alerts", "goAlerts"],
		[rail.checks, "/checks", "goChecks"],
		[workloadText.title, "/workload", "goWorkload"],
		[knowledgeText.title, "/knowledge", "goKnowledge"],
		[knowledgeText.add, "/knowledge/new"],
		[servicesText.title, "/services", "goServices"],
		[ciImportText.title, "/services/import"],
		[rail.wall, "/wall"],
		[mailText.queue.title, "/mail", "goMail"],
		[rail.settings, "/settings"],
		[settingsText.tabs.people, "/settings/people"],
		[settingsText.tabs.teams, "/settings/teams"],
		[serviceLevelsText.title, "/settings/service-levels"],
		[paletteText.changeSettings, "/settings/changes"],
		[lifecyclesText.title, "/settings/lifecycles"],
		[mailText.settings.mailbox, "/settings/mail"],
		[paletteText.audit, "/settings/audit"],
		[ownText.title, "/settings/account"],
		[catalogueText.title, "/settings/catalogue"],
		[paletteText.sync, "/sync", "goSync"],
		[paletteText.setup, "/setup"],
	];
	return places.map(([label, path, shortcut]) => ({
		id: path,
		label,
		run: () => navigate(path),
		...(shortcut ? { shortcut } : {}),
	}));
}

const VIEW_KEYS = [
	"goView1",
	"goView2",
	"goView3",
	"goView4",
	"goView5",
	"goView6",
	"goView7",
	"goView8",
	"goView9",
] as const;

/** The saved views in one's list, with the keys of the first nine. */
function viewCommands(
	navigate: Navigate,
	views: readonly ListedView[] | undefined,
): readonly PaletteCommand[] {
	return (views ?? []).map(({ view }, index) => {
		const shortcut = VIEW_KEYS[index];
		return {
			id: `view-${view.id}`,
			label: viewsText.palette(view.name),
			run: () => navigate(`/queues/${view.id}`),
			...(shortcut ? { shortcut } : {}),
		};
	});
}

function actCommands(navigate: Navigate, onShowKeys: () => void): readonly PaletteCommand[] {
	return [
		{ id: "new", label: queueText.newIncident, shortcut: "newIncident", run: () => navigate("/new") },
		{ id: "new-problem", label: ticketText.create.title.problem, run: () => navigate("/new/problem") },
		{
			id: "new-change",
			label: changesText.create.title,
			shortcut: "newChange",
			run: () => navigate("/changes/new"),
		},
		{
			id: "new-standard",
			label: changesText.standard.title,
			shortcut: "newStandardChange",
			run: () => navigate("/changes/standard"),
		},
		{
			id: "new-request",
			label: requestsText.title,
			shortcut: "newRequest",
			run: () => navigate("/new/request"),
		},
		{
			id: "csv",
			label: paletteText.exportCsv,
			shortcut: "exportCsv",
			run: () => void exportCsv(),
		},
		{ id: "undo", label: paletteText.undo, shortcut: "undo", run: () => void undoLast() },
		{ id: "sync-now", label: paletteText.syncNow, run: () => void callWorker("reconnect") },
		{ id: "keys", label: paletteText.keys, shortcut: "help", run: onShowKeys },
	];
}

/** A new ticket of each kind that the desk has added. */
function addedKindCommands(navigate: Navigate): readonly PaletteCommand[] {
	return addedKinds().map((kind) => ({
		id: `new-${kind}`,
		label: ticketText.create.titleOf(lifecycleOf(kind).label),
		run: () => navigate(`/new/${kind}`),
	}));
}

/** In the app only: the wall in a window of its own. */
function wallCommands(displays: ReturnType<typeof useDisplays>): readonly PaletteCommand[] {
	return displays.map(({ id, label }) => ({
		id: `wall-${id}`,
		label: desktopText.wallOn(label),
		run: () => void shellBridge()?.openWall(id),
	}));
}

function themeCommands(choose: ReturnType<typeof useThemeChoice>["choose"]): readonly PaletteCommand[] {
	return (["auto", "light", "dark"] as const).map((choice) => ({
		id: `theme-${choice}`,
		label: paletteText.theme(paletteText.themes[choice]),
		run: () => choose(choice),
	}));
}

function sessionCommands(isOpenDesk: boolean): readonly PaletteCommand[] {
	if (!isOpenDesk) return [];
	const { setActAsOpen } = useSessionUi.getState();
	return [{ id: "act-as", label: paletteText.actAs, run: () => setActAsOpen(true) }];
}
