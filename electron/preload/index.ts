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
	onNavigate: (listener) => listen<string>(BRIDGE_CHANNELS.navigate, listener),
};

contextBridge.exposeInMainWorld("deskwatch", Object.freeze(bridge));
