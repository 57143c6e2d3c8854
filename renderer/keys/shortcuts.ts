/** Where a shortcut holds: everywhere, in a list of tickets, or with a ticket at hand. */
export type ShortcutScope = "anywhere" | "queue" | "ticket";

export interface Shortcut {
	readonly scope: ShortcutScope;
	/**
	 * Any of these; `Mod` is Ctrl, on a Mac Command; `g q` is one after the other.
	 * Letters are named without Shift, signs as typed.
	 */
	readonly keys: readonly string[];
	/** Also while typing: only for combinations that type nothing. */
	readonly isInFields?: boolean;
	/** The overview says it with the first of its kind. */
	readonly isOneOfMany?: boolean;
}

/** Every key of the console, once: handlers, the overlay and the palette read it from here. */
export const SHORTCUTS = {
	palette: { scope: "anywhere", keys: ["Mod+k"], isInFields: true },
	help: { scope: "anywhere", keys: ["?"] },
	newIncident: { scope: "anywhere", keys: ["Shift+n"] },
	newChange: { scope: "anywhere", keys: ["Shift+c"] },
	newStandardChange: { scope: "anywhere", keys: ["Shift+d"] },
	newRequest: { scope: "anywhere", keys: ["Shift+r"] },
	undo: { scope: "anywhere", keys: ["Mod+z"] },
	goHome: { scope: "anywhere", keys: ["g h"] },
	goQueues: { scope: "anywhere", keys: ["g q"] },
	goMine: { scope: "anywhere", keys: ["g m"] },
	goAlerts: { scope: "anywhere", keys: ["g a"] },
	goChecks: { scope: "anywhere", keys: ["g c"] },
	goChanges: { scope: "anywhere", keys: ["g k"] },
	goSync: { scope: "anywhere", keys: ["g s"] },
	goSearch: { scope: "anywhere", keys: ["g f"] },
	goWorkload: { scope: "anywhere", keys: ["g w"] },
	goKnowledge: { scope: "anywhere", keys: ["g n"] },
	goServices: { scope: "anywhere", keys: ["g v"] },
	goMajors: { scope: "anywhere", keys: ["g i"] },
	goMail: { scope: "anywhere", keys: ["g u"] },
	goView1: { scope: "anywhere", keys: ["g 1"] },
	goView2: { scope: "anywhere", keys: ["g 2"], isOneOfMany: true },
	goView3: { scope: "anywhere", keys: ["g 3"], isOneOfMany: true },
	goView4: { scope: "anywhere", keys: ["g 4"], isOneOfMany: true },
	goView5: { scope: "anywhere", keys: ["g 5"], isOneOfMany: true },
	goView6: { scope: "anywhere", keys: ["g 6"], isOneOfMany: true },
	goView7: { scope: "anywhere", keys: ["g 7"], isOneOfMany: true },
	goView8: { scope: "anywhere", keys: ["g 8"], isOneOfMany: true },
	goView9: { scope: "anywhere", keys: ["g 9"], isOneOfMany: true },
	down: { scope: "queue", keys: ["j"] },
	up: { scope: "queue", keys: ["k"] },
	open: { scope: "queue", keys: ["Enter"] },
	preview: { scope: "queue", keys: ["v"] },
	mark: { scope: "queue", keys: ["Space"] },
	markDown: { scope: "queue", keys: ["Shift+ArrowDown"] },
	markUp: { scope: "queue", keys: ["Shift+ArrowUp"] },
	markAll: { scope: "queue", keys: ["Mod+a"] },
	clearMarks: { scope: "queue", keys: ["Escape"] },
	bulkEdit: { scope: "queue", keys: ["e"] },
	filter: { scope: "queue", keys: ["/"] },
	clearFilters: { scope: "queue", keys: ["Shift+x"] },
	exportCsv: { scope: "queue", keys: ["Shift+e"] },
	view1: { scope: "queue", keys: ["1"] },
	view2: { scope: "queue", keys: ["2"] },
	view3: { scope: "queue", keys: ["3"] },
	view4: { scope: "queue", keys: ["4"] },
	view5: { scope: "queue", keys: ["5"] },
	view6: { scope: "queue", keys: ["6"] },
	view7: { scope: "queue", keys: ["7"] },
	view8: { scope: "queue", keys: ["8"] },
	view9: { scope: "queue", keys: ["9"] },
	saveView: { scope: "queue", keys: ["Shift+v"] },
	chooseColumns: { scope: "queue", keys: ["Shift+k"] },
	foldViews: { scope: "queue", keys: ["Shift+l"] },
	nextTicket: { scope: "ticket", keys: ["]"] },
	previousTicket: { scope: "ticket", keys: ["["] },
	backToQueue: { scope: "ticket", keys: ["u"] },
	assignToMe: { scope: "ticket", keys: ["a"] },
	assign: { scope: "ticket", keys: ["i"] },
	moves: { scope: "ticket", keys: ["s"] },
	tags: { scope: "ticket", keys: ["#"] },
	start: { scope: "ticket", keys: ["p"] },
	hold: { scope: "ticket", keys: ["h"] },
	resolve: { scope: "ticket", keys: ["r"] },
	reopen: { scope: "ticket", keys: ["o"] },
	approve: { scope: "ticket", keys: ["y"] },
	reject: { scope: "ticket", keys: ["n"] },
	closeByCaller: { scope: "ticket", keys: ["Shift+q"] },
	priorityByHand: { scope: "ticket", keys: ["Shift+o"] },
	takeSuggested: { scope: "ticket", keys: ["Mod+i"], isInFields: true },
	takeTeam: { scope: "ticket", keys: ["Mod+e"], isInFields: true },
	comment: { scope: "ticket", keys: ["c"] },
	workNote: { scope: "ticket", keys: ["w"] },
	addTask: { scope: "ticket", keys: ["Shift+a"] },
	createProblem: { scope: "ticket", keys: ["Shift+b"] },
	split: { scope: "ticket", keys: ["Shift+p"] },
	link: { scope: "ticket", keys: ["Shift+j"] },
	merge: { scope: "ticket", keys: ["d"] },
	addIncidents: { scope: "ticket", keys: ["Shift+i"] },
	communicateWorkaround: { scope: "ticket", keys: ["Shift+w"] },
	communicateFix: { scope: "ticket", keys: ["Shift+f"] },
	linkArticle: { scope: "ticket", keys: ["l"] },
	insertReply: { scope: "ticket", keys: ["Mod+/"], isInFields: true },
	attach: { scope: "ticket", keys: ["Mod+u"], isInFields: true },
	keepMine: { scope: "ticket", keys: ["Shift+m"] },
	takeTheirs: { scope: "ticket", keys: ["Shift+t"] },
	chooseMine: { scope: "ticket", keys: ["m"] },
	chooseTheirs: { scope: "ticket", keys: ["t"] },
	settle: { scope: "ticket", keys: ["Shift+s"] },
} as const satisfies Readonly<Record<string, Shortcut>>;

export type ShortcutId = keyof typeof SHORTCUTS;

export const SHORTCUT_IDS = Object.keys(SHORTCUTS) as readonly ShortcutId[];

export function shortcutOf(id: ShortcutId): Shortcut {
	return SHORTCUTS[id];
}
