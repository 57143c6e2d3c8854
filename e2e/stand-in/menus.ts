/** An item of a menu's template, as far as it can be clicked. */
export interface MenuItem {
	readonly label?: string;
	readonly click?: () => void;
	readonly submenu?: readonly MenuItem[];
}

class StandInMenu {
	readonly items: readonly MenuItem[];

	constructor(items: readonly MenuItem[]) {
		this.items = items;
	}
}

let applicationMenu: StandInMenu | null = null;

export const Menu = {
	buildFromTemplate: (items: readonly MenuItem[]): StandInMenu => new StandInMenu(items),
	setApplicationMenu: (menu: StandInMenu): void => {
		applicationMenu = menu;
	},
};

/** Chooses an item of the application's menu by its labels. */
export function clickMenu(labels: readonly string[]): void {
	let items = applicationMenu?.items ?? [];
	for (const [depth, label] of labels.entries()) {
		const item = items.find((candidate) => candidate.label?.replace("&", "") === label);
		if (!item) throw new Error(`the menu has no “${label}”`);
		if (depth === labels.length - 1) item.click?.();
		items = item.submenu ?? [];
	}
}
