import { homedir } from "node:os";
import { join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a person's desk lives unless told otherwise: the platform's place for an application's data. */
export function defaultDataDir(platform: NodeJS.Platform, env: Environment, home = homedir()): string {
	switch (platform) {
		case "win32":
			return join(env.LOCALAPPDATA || join(home, "AppData", "Local"), "Deskwatch", "desk");
		case "darwin":
			return join(home, "Library", "Application Support", "Deskwatch", "desk");
		default:
			return join(env.XDG_DATA_HOME || join(home, ".local", "share"), "deskwatch", "desk");
	}
}
