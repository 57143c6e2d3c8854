import { Menu, type MenuItemConstructorOptions } from "electron";
import type { DisplayChoice } from "../../shared/bridge.ts";
import { shellText } from "./text.ts";

/** What the menus and the tray do. */
export interface ShellActions {
	readonly show: () => void;
	readonly openWindow: () => void;
	readonly openPage: (path: string) => void;
	readonly openWall: (displayId: number) => void;
	readonly closeWall: () => void;
	readonly quit: () => void;
}

export interface MenuParts {
	readonly actions: ShellActions;
	readonly displays: readonly DisplayChoice[];
	readonly version: string;
	readonly isPackaged: boolean;
}

const { menu: text } = shellText;

/** The application's menu, with the accelerators that each system expects of its roles. */
export function setAppMenu(parts: MenuParts): void {
	const mac: MenuItemConstructorOptions[] = process.platform === "darwin" ? [{ role: "appMenu" }] : [];
	Menu.setApplicationMenu(
		Menu.buildFromTemplate([
			...mac,
			{ label: text.file, submenu: fileMenu(parts) },
			{ role: "editMenu" },
			{ role: "viewMenu", submenu: viewMenu(parts) },
			{ label: text.go, submenu: goMenu(parts.actions) },
			{ role: "windowMenu" },
			{ label: text.help, submenu: [{ label: text.about(parts.version), enabled: false }] },
		]),
	);
}

/** The wall, by display: also in the tray. */
export function wallMenu({
	actions,
	displays,
}: Pick<MenuParts, "actions" | "displays">): MenuItemConstructorOptions {
	return {
		label: text.wallOn,
		submenu: [
			...displays.map(
				({ id, label }): MenuItemConstructorOptions => ({ label, click: () => actions.openWall(id) }),
			),
			{ type: "separator" },
			{ label: text.closeWall, click: actions.closeWall },
		],
	};
}

function fileMenu(parts: MenuParts): MenuItemConstructorOptions[] {
	const { actions } = parts;
	return [
		{ label: text.newTicket, accelerator: "CmdOrCtrl+N", click: () => actions.openPage("/new") },
		{ label: text.newWindow, accelerator: "CmdOrCtrl+Shift+N", click: actions.openWindow },
		wallMenu(parts),
		{ type: "separator" },
		{ role: "close" },
		{ role: "quit", label: text.quit },
	];
}

function viewMenu({ isPackaged }: MenuParts): MenuItemConstructorOptions[] {
	const forDevelopers: MenuItemConstructorOptions[] = isPackaged
		? []
		: [{ type: "separator" }, { role: "toggleDevTools" }];
	return [
		{ role: "reload" },
		{ type: "separator" },
		{ role: "resetZoom" },
		{ role: "zoomIn" },
		{ role: "zoomOut" },
		{ type: "separator" },
		{ role: "togglefullscreen" },
		...forDevelopers,
	];
}

function goMenu({ openPage }: ShellActions): MenuItemConstructorOptions[] {
	const places = [
		[text.home, "/home"],
		[text.queues, "/queues"],
		[text.alerts, "/alerts"],
		[text.checks, "/checks"],
		[text.settings, "/settings"],
	] as const;
	return places.map(([label, path], index) => ({
		label,
		accelerator: `CmdOrCtrl+${index + 1}`,
		click: () => openPage(path),
	}));
}
