import { contextBridge, type IpcRendererEvent, ipcRenderer } from "electron";
import {
	type BackgroundState,
	BRIDGE_CHANNELS,
	type DeskwatchBridge,
	VERSION_ARGUMENT,
} from "../../shared/bridge.ts";

/** Passes on what main says, never the event itself: it carries `sender`. */
function listen<Payload>(channel: string, listener: (payload: Payload) => void): () => void {
	const handle = (_event: IpcRendererEvent, payload: Payload): void => listener(payload);
	ipcRenderer.on(channel, handle);
	return () => {
		ipcRenderer.off(channel, handle);
	};
}

/** A page that is asked for before anything listens waits for the first who does. */
let wantedPage: string | null = null;
let followPage: ((path: string) => void) | null = null;
listen<string>(BRIDGE_CHANNELS.navigate, (path) => {
	if (followPage) followPage(path);
	else wantedPage = path;
});

function onNavigate(listener: (path: string) => void): () => void {
	followPage = listener;
	if (wantedPage !== null) listener(wantedPage);
	wantedPage = null;
	return () => {
		if (followPage === listener) followPage = null;
	};
}

const bridge: DeskwatchBridge = {
	platform: process.platform,
	version:
		process.argv.find((argument) => argument.startsWith(VERSION_ARGUMENT))?.slice(VERSION_ARGUMENT.length) ??
		"",
	listDisplays: () => ipcRenderer.invoke(BRIDGE_CHANNELS.listDisplays),
	openWall: (displayId) => ipcRenderer.invoke(BRIDGE_CHANNELS.openWall, { displayId }),
	onBackgroundState: (listener) => {
		const stop = listen<BackgroundState>(BRIDGE_CHANNELS.backgroundState, listener);
		void ipcRenderer.invoke(BRIDGE_CHANNELS.askBackgroundState).then(listener);
		return stop;
	},
	onNavigate,
};

contextBridge.exposeInMainWorld("deskwatch", Object.freeze(bridge));
