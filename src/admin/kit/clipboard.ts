/** Puts a text on the clipboard; says whether it is there. A person may forbid it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copySelected(text)
  }
}

/** Without https there is no clipboard but that of a selection. */
function copySelected(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  document.body.append(field)
  field.select()
  // The only way where there is no clipboard to write to.
  const isCopied = document.execCommand('copy')
  field.remove()
  return isCopied
}
