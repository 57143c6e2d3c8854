export { DataClient, type Watch, type WorkerPort } from "./data-client.ts";
export { DataProvider, useDataClient } from "./data-provider.tsx";
export { useTopic } from "./use-topic.ts";
export { callWorker, readTopic } from "./window-client.ts";
