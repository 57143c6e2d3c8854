/** The data worker's entry: wires the engine to the page's messages. */
export {};
