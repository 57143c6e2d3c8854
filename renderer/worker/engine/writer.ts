import { Connection, type ConnectionHost } from "../sync/connection.ts";
import { Sender, type SenderHost } from "../sync/sender.ts";
import type { WriterStatus } from "../windows/window-channel.ts";

/** What the writing window lends its writer. */
export type WriterHost = Omit<ConnectionHost, "onStatus" | "onConnected"> &
	Omit<SenderHost, "canSend" | "onChange" | "onSignedOut" | "onOtherEpoch" | "onFallenBack"> & {
		/** The connection or what is being sent changed. */
		readonly onStatus: (status: Pick<WriterStatus, "connection" | "sendingIds" | "trouble">) => void;
	};

/** The one window that talks with the desk: the way down and the way up, for as long as it holds the lock. */
export class Writer {
	readonly connection: Connection;
	readonly sender: Sender;
	readonly #stop = new AbortController();

	constructor(host: WriterHost) {
		const tell = () =>
			host.onStatus({
				connection: this.connection.status,
				sendingIds: [...this.sender.sendingIds],
				trouble: this.sender.trouble,
			});
		this.connection = new Connection({
			...host,
			onStatus: tell,
			onConnected: () => this.sender.noteConnected(),
		});
		this.sender = new Sender({
			...host,
			canSend: () => this.connection.isConnected,
			onChange: tell,
			onSignedOut: () => this.connection.restart(),
			onOtherEpoch: () => this.connection.restart(),
			onFallenBack: () => this.connection.startOver(),
		});
	}

	/** Runs until `stop`. */
	async run(): Promise<void> {
		try {
			await Promise.all([this.connection.run(this.#stop.signal), this.sender.run(this.#stop.signal)]);
		} finally {
			// Where one of them failed, the other must not go on under a lock that is given up.
			this.stop();
		}
	}

	stop(): void {
		this.#stop.abort();
	}
}
