/** Name of the binding through which a page asks main, and of what main calls in the page. */
export const INVOKE = "__standInInvoke";
export const DELIVER = "__standInDeliver";

/** The built preload script as the first script of a page: CommonJS, with what a sandboxed one may require. */
export function preloadScript(source: string, argv: readonly string[]): string {
	return `(() => {
	// Not a privilege of the app's scheme.
	if (navigator.serviceWorker) navigator.serviceWorker.register = () => Promise.reject(new DOMException("refused", "SecurityError"));
	const listeners = new Map();
	const of = (channel) => listeners.get(channel) ?? listeners.set(channel, new Set()).get(channel);
	Object.defineProperty(window, ${JSON.stringify(DELIVER)}, {
		value: (channel, payload) => of(channel).forEach((listener) => listener({}, payload)),
	});
	const electron = {
		contextBridge: {
			exposeInMainWorld: (name, api) => Object.defineProperty(window, name, { value: api, enumerable: true }),
		},
		ipcRenderer: {
			invoke: (channel, payload) => window[${JSON.stringify(INVOKE)}]({ channel, payload }),
			on: (channel, listener) => of(channel).add(listener),
			off: (channel, listener) => of(channel).delete(listener),
		},
	};
	const require = (name) => {
		if (name !== "electron") throw new Error("a sandboxed preload can't require " + name);
		return electron;
	};
	const process = { platform: ${JSON.stringify(process.platform)}, argv: ${JSON.stringify(argv)} };
	((require, process, module, exports) => {
		${source}
	})(require, process, { exports: {} }, {});
})();`;
}
