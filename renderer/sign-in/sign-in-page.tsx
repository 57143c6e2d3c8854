import { syncText } from "../text/en/sync.ts";

export function SignInPage() {
	return <h1>{syncText.signIn}</h1>;
}
