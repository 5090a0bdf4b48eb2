//! Where the focus goes when what had it is gone.

/** A `ref` for a question that takes the place of the button that asked it. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}

/** After a refused form: to its first wrong field, once the errors are drawn. */
export function toFirstWrong(form: HTMLElement | null): void {
  requestAnimationFrame(() => requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid]')?.focus()));
}
