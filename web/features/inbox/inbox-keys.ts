/** The keyboard of the inbox. Letters are read by their place on the keyboard, so that it works in Arabic too. */
export type InboxCommand =
  | 'next'
  | 'previous'
  | 'open'
  | 'search'
  | 'hints'
  | 'refresh'
  | 'leave'
  | 'pick'
  | 'pickNext'
  | 'pickPrevious'
  | 'assign'
  | 'start'
  | 'transfer'
  | 'undo';

export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey?: boolean;
}

const byCode: Record<string, InboxCommand> = {
  KeyJ: 'next',
  KeyK: 'previous',
  KeyX: 'pick',
  KeyA: 'assign',
  KeyS: 'start',
  KeyT: 'transfer',
  KeyZ: 'undo',
};
const withShift: Record<string, InboxCommand> = { KeyJ: 'pickNext', KeyK: 'pickPrevious' };
const byKey: Record<string, InboxCommand> = {
  '?': 'hints',
  '؟': 'hints',
  '/': 'search',
  '.': 'refresh',
  Enter: 'open',
  Escape: 'leave',
};

/**
 * The command a key press stands for, or null. While somebody types (`typing`), only Escape means anything;
 * with a modifier held, nothing does: those belong to the browser.
 */
export function inboxCommand(press: KeyPress, typing: boolean): InboxCommand | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (typing) return press.key === 'Escape' ? 'leave' : null;
  const named = byKey[press.key];
  if (named) return named;
  if (press.code === 'Slash') return 'search';
  if (press.code === 'Period') return 'refresh';
  return (press.shiftKey && withShift[press.code]) || byCode[press.code] || null;
}

/** The row to go to from `current` (-1 = none), staying inside the list. */
export function stepRow(current: number, command: 'next' | 'previous', rows: number): number {
  if (rows === 0) return -1;
  if (current < 0) return command === 'next' ? 0 : rows - 1;
  return Math.min(rows - 1, Math.max(0, current + (command === 'next' ? 1 : -1)));
}
