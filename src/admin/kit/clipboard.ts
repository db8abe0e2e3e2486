/** Puts a text on the clipboard by whatever way there is; says whether it is there. */
export async function copyText(text: string): Promise<boolean> {
  return (await writeToClipboard(text)) || copySelected(text)
}

/** Says whether the text is on the clipboard: without HTTPS there is none, and a person may forbid it. */
export async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** Without HTTPS there is no clipboard but that of a selection. */
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
