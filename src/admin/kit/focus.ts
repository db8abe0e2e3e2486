/**
 * As the `ref` of a field: it takes the focus when it appears. For what a person has just opened, never
 * for what is there when a page is loaded.
 */
export function focusWhenOpened(element: HTMLElement | null): void {
  element?.focus()
}
