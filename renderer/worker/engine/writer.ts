import { Uploader, type UploaderHost } from "../attachments/uploader.ts";
import { Connection } from "../sync/connection.ts";
import type { ConnectionHost } from "../sync/connection-host.ts";
import { Sender, type SenderHost } from "../sync/sender.ts";
import type { WriterStatus } from "../windows/window-channel.ts";

/** What the writing window lends its writer. */
export type WriterHost = Omit<ConnectionHost, "onStatus" | "onConnected"> &
	Omit<SenderHost, "canSend" | "onChange" | "onSignedOut" | "onOtherEpoch" | "onFallenBack"> &
	Pick<UploaderHost, "files"> & {
		/** The connection or what is being sent changed. */
		readonly onStatus: (
			status: Pick<WriterStatus, "connection" | "sendingIds" | "upload" | "trouble">,
		) => void;
	};

/** The one window that talks with the desk: the way down and the way up, for as long as it holds the lock. */
export class Writer {
	readonly connection: Connection;
	readonly sender: Sender;
	readonly uploader: Uploader;
	readonly #stop = new AbortController();

	constructor(host: WriterHost) {
		const tell = () =>
			host.onStatus({
				connection: this.connection.status,
				sendingIds: [...this.sender.sendingIds],
				upload: this.uploader.progress,
				trouble: this.sender.trouble,
			});
		this.connection = new Connection({
			...host,
			onStatus: tell,
			onConnected: () => {
				this.uploader.hurry();
				this.sender.noteConnected();
			},
		});
		this.sender = new Sender({
			...host,
			canSend: () => this.connection.isConnected,
			onChange: tell,
			onSignedOut: () => this.connection.restart(),
			onOtherEpoch: () => this.connection.restart(),
			onFallenBack: () => this.connection.startOver(),
			// A refused intent may be one whose files the desk has lost.
			onAnswer: () => {
				host.onAnswer();
				this.uploader.kick();
			},
		});
		this.uploader = new Uploader({
			...host,
			canSend: () => this.connection.isConnected,
			onChange: tell,
			onUploaded: () => this.sender.kick(),
			onSignedOut: () => this.connection.restart(),
		});
	}

	/** There may be something to send. */
	kick(): void {
		this.uploader.kick();
		this.sender.kick();
	}

	/** Tries the desk now. */
	wake(): void {
		this.connection.wake();
		this.uploader.hurry();
		this.sender.hurry();
	}

	/** Runs until `stop`. */
	async run(): Promise<void> {
		try {
			await Promise.all([
				this.connection.run(this.#stop.signal),
				this.sender.run(this.#stop.signal),
				this.uploader.run(this.#stop.signal),
			]);
		} finally {
			// Where one of them failed, the others must not go on under a lock that is given up.
			this.stop();
		}
	}

	stop(): void {
		this.#stop.abort();
	}
}
