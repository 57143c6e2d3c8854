import { wallText } from "../text/en/wall.ts";
import { AlertsTile } from "./alerts-tile.tsx";
import { IncidentsTile } from "./incidents-tile.tsx";
import type { WallView } from "./judge-wall.ts";
import { ServicesTile } from "./services-tile.tsx";
import { TicketsTile } from "./tickets-tile.tsx";
import classes from "./wall.module.css";
import { WallHeader } from "./wall-header.tsx";

interface Props {
	readonly view: WallView;
	readonly deskName: string;
}

/** Services at the left, what people work on at the right. */
export function WallBoard({ view, deskName }: Props) {
	const { incidents } = view;
	return (
		<>
			<WallHeader view={view} deskName={deskName} />
			<div className={classes.board} data-empty={view.services.length === 0 || undefined}>
				<ServicesTile view={view} />
				<div className={classes.side}>
					<IncidentsTile view={view} />
					<AlertsTile view={view} />
					<TicketsTile
						title={wallText.breaching}
						none={wallText.noBreaching}
						tickets={incidents.breaching}
						total={null}
						showDue
						view={view}
					/>
					<TicketsTile
						title={wallText.oldest}
						none={wallText.noIncidents}
						tickets={incidents.oldest}
						total={incidents.open}
						showDue={false}
						view={view}
					/>
				</div>
			</div>
		</>
	);
}
