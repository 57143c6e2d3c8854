export { useKeepReady } from "./use-keep-ready.ts";
export { useTopic } from "./use-topic.ts";
export { callWorker, peekTopic, readTopic, windowClient } from "./window-client.ts";
