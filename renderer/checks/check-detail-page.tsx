import { Button } from "@mantine/core";
import { IconArrowLeft, IconPencil, IconPlayerPause, IconPlayerPlay, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import type { Check } from "../../shared/api/checks.ts";
import { GuardedButton, useAccess } from "../access/index.ts";
import { Card, EmptyState, Page, ProblemNote } from "../page/index.ts";
import { checksText } from "../text/en/checks.ts";
import type { CheckRow } from "../worker/protocol.ts";
import { checkActions } from "./check-actions.ts";
import { CheckAlerts } from "./check-alerts.tsx";
import classes from "./check-detail.module.css";
import { CheckFacts, CheckFigureRow } from "./check-facts.tsx";
import { DeleteCheckDialog } from "./delete-check-dialog.tsx";
import { describeTarget } from "./describe-target.ts";
import { LatencyChart } from "./latency-chart.tsx";
import { ResultList } from "./result-list.tsx";
import { StandingMark } from "./standing-mark.tsx";
import { type CheckPicture, useCheckDetail } from "./use-check-detail.ts";

const text = checksText.detail;

/** One check: how it stands, its last day, and what it caused. */
export function CheckDetailPage({ checkId }: { readonly checkId: string }) {
	const picture = useCheckDetail(checkId);
	if (picture.row === undefined) return null;
	if (picture.row === null) return <NoSuchCheck />;
	return <CheckPage picture={picture} row={picture.row} />;
}

function NoSuchCheck() {
	return (
		<Page title={checksText.title}>
			<EmptyState
				title={text.gone.title}
				hint={text.gone.hint}
				action={
					<Button component={Link} href="/">
						{text.gone.action}
					</Button>
				}
			/>
		</Page>
	);
}

interface CheckPageProps {
	readonly picture: CheckPicture;
	readonly row: CheckRow;
}

function CheckPage({ picture, row }: CheckPageProps) {
	const { check } = row;
	return (
		<Page title={check.name} aside={<StandingMark row={row} />} actions={<CheckButtons check={check} />}>
			<div className={classes.page}>
				<p className={classes.target}>{describeTarget(check.target)}</p>
				{picture.refusal && (
					<ProblemNote
						refusal={picture.refusal}
						action={
							<Button variant="default" onClick={picture.reload}>
								{checksText.actions.tryAgain}
							</Button>
						}
					/>
				)}
				<CheckFigureRow row={row} />
				<LatencyChart results={picture.results} intervalMs={check.intervalMs} />
				<div className={classes.columns}>
					<ResultList results={picture.results} isLoading={picture.isLoading} />
					<div className={classes.side}>
						<CheckAlerts checkId={check.id} alertIds={picture.alertIds} />
						<Card title={text.settings}>
							<CheckFacts row={row} />
						</Card>
					</div>
				</div>
			</div>
		</Page>
	);
}

function CheckButtons({ check }: { readonly check: Check }) {
	const access = useAccess("check.edit");
	const [, navigate] = useLocation();
	const [isDeleting, setIsDeleting] = useState(false);
	const PauseIcon = check.isPaused ? IconPlayerPlay : IconPlayerPause;
	return (
		<>
			<Button
				component={Link}
				href="/"
				variant="subtle"
				color="gray"
				leftSection={<IconArrowLeft size={14} aria-hidden="true" />}
			>
				{checksText.actions.back}
			</Button>
			<GuardedButton
				access={access}
				variant="default"
				leftSection={<PauseIcon size={14} aria-hidden="true" />}
				onClick={() => void checkActions.setPaused(check, !check.isPaused)}
			>
				{check.isPaused ? checksText.actions.resume : checksText.actions.pause}
			</GuardedButton>
			<GuardedButton
				access={access}
				variant="default"
				leftSection={<IconTrash size={14} aria-hidden="true" />}
				onClick={() => setIsDeleting(true)}
			>
				{checksText.actions.remove}
			</GuardedButton>
			<GuardedButton
				access={access}
				leftSection={<IconPencil size={14} aria-hidden="true" />}
				onClick={() => navigate(`/${check.id}/edit`)}
			>
				{checksText.actions.edit}
			</GuardedButton>
			<DeleteCheckDialog
				check={check}
				isOpen={isDeleting}
				onClose={() => setIsDeleting(false)}
				onDeleted={() => navigate("/")}
			/>
		</>
	);
}
