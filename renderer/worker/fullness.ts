/** How full what the browser grants this origin is, 0–1; 0 where it does not say. */
export async function fullness(): Promise<number> {
	const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.()) ?? {};
	return quota === 0 ? 0 : usage / quota;
}
