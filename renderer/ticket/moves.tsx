import { Button } from "@mantine/core";
import { useRef } from "react";
import { useShortcuts } from "../keys/index.ts";
import { ticketText } from "../text/en/ticket.ts";
import type { TicketView } from "../worker/topics/ticket-protocol.ts";
import { runMove } from "./run-move.ts";
import classes from "./ticket.module.css";
import { movesFor } from "./ticket-moves.ts";
import { useMyself } from "./use-myself.ts";

/** Where the ticket may go from here, as buttons; one key leads to the first of them. */
export function Moves({ view }: { readonly view: TicketView }) {
	const me = useMyself();
	const group = useRef<HTMLFieldSetElement>(null);
	useShortcuts({ moves: () => group.current?.querySelector("button")?.focus() });
	const moves = movesFor(view.ticket, me.roles);
	if (moves.length === 0) return null;
	return (
		<fieldset ref={group} className={classes.moves}>
			<legend className="visually-hidden">{ticketText.page.moves}</legend>
			{moves.map((move) => (
				<Button
					key={move.id}
					variant={move.meaning === "resolve" || move.meaning === "approve" ? "filled" : "default"}
					onClick={() => void runMove(view, move, me.person)}
				>
					{move.label}
				</Button>
			))}
		</fieldset>
	);
}
