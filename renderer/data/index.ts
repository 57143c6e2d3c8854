export { useTopic } from "./use-topic.ts";
export { callWorker, readTopic, windowClient } from "./window-client.ts";
