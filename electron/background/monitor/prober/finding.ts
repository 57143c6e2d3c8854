/** What a probe that got an answer found. Everything else is thrown and named by `describeFailure`. */
export interface Finding {
	readonly isUp: boolean;
	readonly summary: string;
	readonly statusCode: number | null;
	readonly errorCode: string | null;
}
