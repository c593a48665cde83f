/**
 * Shortcuts of one character (J, X, /, ?) can be switched off, as WCAG 2.1.4 asks: speech input types letters, and so do
 * people whose hands slip. The choice is this browser's; where it may keep nothing, it holds for the page.
 * https://www.w3.org/TR/WCAG22/#character-key-shortcuts
 */
const key = 'bk:letter-keys';
let here: boolean | null = null;

/** Whether shortcuts of one character are on; they are until somebody switches them off. */
export function areLetterKeysOn(): boolean {
  if (here !== null) return here;
  try {
    return window.localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

export function switchLetterKeys(on: boolean): void {
  here = on;
  try {
    window.localStorage.setItem(key, on ? 'on' : 'off');
  } catch {
    // Kept for this page alone.
  }
}

/** Whether a key is to be left alone: it is a character without Ctrl, Alt or Meta, and such shortcuts are off. */
export function isSwitchedOff(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
  const isCharacter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  return isCharacter && !areLetterKeysOn();
}
