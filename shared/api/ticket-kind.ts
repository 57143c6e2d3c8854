import { z } from "zod";
import type { TicketKind } from "../ticket/kinds.ts";

/** A kind's name; whether the desk has tickets of it, the desk says. */
export const ticketKindSchema = z
	.string()
	.regex(/^[a-z][A-Za-z0-9]{1,39}$/, "expected a kind of tickets") as unknown as z.ZodType<TicketKind>;
