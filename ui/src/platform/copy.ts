/** Direction marks hold a sentence together on screen; elsewhere they are stray signs. */
export function plain(text: string): string {
  return text.replace(/[\u2066-\u2069\u200e\u200f]/g, '');
}

/** Puts words on the clipboard. False where the engine refuses. */
export async function copy(text: string): Promise<boolean> {
  const words = plain(text);
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return copyTheOldWay(words);
  }
}

/** WebView 80 has no clipboard without a permission prompt, but copies what is selected. */
function copyTheOldWay(words: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = words;
  field.className = 'off-screen';
  field.setAttribute('readonly', '');
  document.body.append(field);
  field.select();
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way on old engines
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }
}
