import { useStore } from "zustand";
import { updateText } from "../text/en/update.ts";
import { applyUpdate, updateStore } from "../update/index.ts";
import classes from "./sync.module.css";

/** Offers a newer version of the console; never takes it into use by itself. */
export function UpdatePrompt() {
	const state = useStore(updateStore, (store) => store.state);
	if (state === "current") return null;
	return (
		<span className={classes.update} role="status">
			{state === "waiting" ? updateText.ready : updateText.replaced}{" "}
			<button type="button" className={classes.link} title={updateText.keeps} onClick={applyUpdate}>
				{updateText.reload}
			</button>
		</span>
	);
}
