import { type SchemeHandler, SchemeServer } from "./scheme-server.ts";

type PermissionHandler = (
	contents: null,
	permission: string,
	callback: (isGranted: boolean) => void,
	details: { readonly requestingUrl: string },
) => void;
type PermissionCheck = (contents: null, permission: string, origin: string) => boolean;

/** One session: its scheme handler, served on an address of its own, and its permissions. */
export class StandInSession {
	#handler: SchemeHandler = () => new Response(null, { status: 404 });
	#permissionHandler: PermissionHandler = (_contents, _permission, callback) => callback(true);
	#permissionCheck: PermissionCheck = () => true;
	readonly server = new SchemeServer(() => this.#handler);

	readonly protocol = {
		handle: (_scheme: string, handler: SchemeHandler): void => {
			this.#handler = handler;
		},
	};

	setPermissionRequestHandler(handler: PermissionHandler): void {
		this.#permissionHandler = handler;
	}

	setPermissionCheckHandler(check: PermissionCheck): void {
		this.#permissionCheck = check;
	}

	setDevicePermissionHandler(): void {
		// Playwright's pages have no devices to ask for.
	}

	/** Whether a page would get it: both doors must be open. */
	mayHave(permission: string, url: string): Promise<boolean> {
		const isAllowed = this.#permissionCheck(null, permission, url);
		return new Promise((resolve) => {
			this.#permissionHandler(null, permission, (isGranted) => resolve(isGranted && isAllowed), {
				requestingUrl: url,
			});
		});
	}
}

const byPartition = new Map<string, StandInSession>();

export const session = {
	defaultSession: new StandInSession(),
	fromPartition(partition: string): StandInSession {
		const known = byPartition.get(partition) ?? new StandInSession();
		byPartition.set(partition, known);
		return known;
	},
};
