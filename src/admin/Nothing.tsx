/** Stands where Payload would show a control that the workflow replaces. */
export function Nothing() {
  return null
}
