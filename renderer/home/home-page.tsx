import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useTopic } from "../data/index.ts";
import { Card, EmptyState, Page } from "../page/index.ts";
import { homeText } from "../text/en/home.ts";
import type { HomeView } from "../worker/protocol.ts";
import type { QueueRow } from "../worker/views/view-protocol.ts";
import { AlertLines } from "./alert-lines.tsx";
import { CountTiles } from "./count-tiles.tsx";
import { FollowUpCard } from "./follow-up-card.tsx";
import classes from "./home.module.css";
import { PriorityBar } from "./priority-bar.tsx";
import { TicketLines } from "./ticket-lines.tsx";

/** What needs somebody now: counts first, then the tickets and alerts behind them. */
export function HomePage() {
	const home = useTopic("home", null);
	const session = useTopic("session", null);
	return (
		<Page
			title={homeText.title}
			aside={session?.person && <span className={classes.dim}>{homeText.greeting(session.person.name)}</span>}
		>
			{home && <HomeBody home={home} />}
		</Page>
	);
}

function HomeBody({ home }: { readonly home: HomeView }) {
	return (
		<div className={classes.page}>
			<CountTiles counts={home.counts} />
			<div className={classes.columns}>
				<div className={classes.column}>
					<TicketCard
						title={homeText.breachingNext}
						href="/queues/breaching"
						rows={home.breachingNext}
						empty={<EmptyState isCompact title={homeText.noBreaching} />}
					/>
					<FollowUpCard rows={home.followUps} />
					<TicketCard title={homeText.mine} href="/queues/mine" rows={home.mine} empty={<NothingMine />} />
				</div>
				<div className={classes.column}>
					<PriorityBar byPriority={home.byPriority} />
					<Card title={homeText.alerts} aside={<Link href="/alerts">{homeText.all}</Link>} isFlush>
						{home.alerts.length > 0 ? <AlertLines alerts={home.alerts} /> : <NothingFires />}
					</Card>
				</div>
			</div>
		</div>
	);
}

interface TicketCardProps {
	readonly title: string;
	readonly href: string;
	readonly rows: readonly QueueRow[];
	readonly empty: ReactNode;
}

function TicketCard({ title, href, rows, empty }: TicketCardProps) {
	return (
		<Card title={title} aside={<Link href={href}>{homeText.all}</Link>} isFlush>
			{rows.length > 0 ? <TicketLines rows={rows} /> : empty}
		</Card>
	);
}

function NothingMine() {
	return (
		<EmptyState
			isCompact
			title={homeText.noMine}
			action={
				<Button component={Link} href="/queues/unassigned" variant="default">
					{homeText.takeOne}
				</Button>
			}
		/>
	);
}

function NothingFires() {
	return (
		<EmptyState
			isCompact
			title={homeText.noAlerts}
			action={<Link href="/checks">{homeText.seeChecks}</Link>}
		/>
	);
}
