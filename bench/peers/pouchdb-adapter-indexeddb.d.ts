declare module "pouchdb-adapter-indexeddb" {
	const plugin: PouchDB.Plugin;
	// biome-ignore lint/style/noDefaultExport: it is how the package exports it
	export default plugin;
}
