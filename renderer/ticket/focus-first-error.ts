/** Leads to the first field that was refused, once it is drawn so. */
export function focusFirstError(form: HTMLFormElement | null): void {
	requestAnimationFrame(() => form?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus());
}
