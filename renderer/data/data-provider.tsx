import { createContext, type ReactNode, useContext } from "react";
import type { DataClient } from "./data-client.ts";
import { windowClient } from "./window-client.ts";

const ClientContext = createContext<DataClient | null>(null);

/** Gives its children a client other than the window's own: for tests and stories. */
export function DataProvider(props: { readonly client: DataClient; readonly children: ReactNode }) {
	return <ClientContext value={props.client}>{props.children}</ClientContext>;
}

export function useDataClient(): DataClient {
	return useContext(ClientContext) ?? windowClient();
}
