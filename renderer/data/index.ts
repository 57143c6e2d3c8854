export { useTopic } from "./use-topic.ts";
export { callWorker, readTopic } from "./window-client.ts";
