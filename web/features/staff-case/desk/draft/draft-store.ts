/**
 * What is being typed into the forms of a case, kept by this tab until it is sent: one entry for each case and
 * form. Only what a person typed is kept, never what the page sends along by itself.
 */
export type DraftValues = Readonly<Record<string, string>>;

/** The part of `Storage` that drafts need. */
export interface DraftStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const prefix = 'bk:draft';

function keyOf(reference: string, form: string): string {
  return `${prefix}:${reference}:${form}`;
}

/** Keeps the values of one form; nothing typed, nothing kept. A full or forbidden storage keeps nothing. */
export function keepDraft(storage: DraftStorage, reference: string, form: string, values: DraftValues): void {
  try {
    const typed = Object.entries(values).filter(([, value]) => value !== '');
    if (typed.length === 0) storage.removeItem(keyOf(reference, form));
    else storage.setItem(keyOf(reference, form), JSON.stringify(Object.fromEntries(typed)));
  } catch {
    // Typing goes on without a draft.
  }
}

/** What was kept of one form; null when nothing was. */
export function readDraft(storage: DraftStorage, reference: string, form: string): DraftValues | null {
  try {
    return toValues(storage.getItem(keyOf(reference, form)));
  } catch {
    return null;
  }
}

/** Forgets one form: it was sent, or its writer let it go. */
export function dropDraft(storage: DraftStorage, reference: string, form: string): void {
  try {
    storage.removeItem(keyOf(reference, form));
  } catch {
    // What cannot be read cannot be kept either.
  }
}

/** Fields that hold a person's own words; the others hold a choice, which means nothing outside its form. */
const wordy = new Set(['text', 'reason', 'question', 'comment', 'intoReference']);

/** The words among what was typed into a form, in its order. */
export function wordsOf(values: DraftValues): string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    wordy.has(name) && value.trim() !== '' ? [value] : [],
  );
}

/** Whether all words of a draft stand in the case already (white space aside), and so were sent. */
export function wasSent(values: DraftValues, said: readonly string[]): boolean {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  const known = new Set(said.map(plain));
  const words = wordsOf(values).map(plain);
  return words.length > 0 && words.every((text) => known.has(text));
}

/** Every form of a case of which something is kept. */
export function draftsOf(storage: DraftStorage, reference: string): { form: string; values: DraftValues }[] {
  const before = `${prefix}:${reference}:`;
  const found: { form: string; values: DraftValues }[] = [];
  for (let index = 0; index < storage.length; index += 1) {
    const key = storage.key(index);
    if (!key?.startsWith(before)) continue;
    const form = key.slice(before.length);
    const values = readDraft(storage, reference, form);
    if (values) found.push({ form, values });
  }
  return found.sort((one, other) => one.form.localeCompare(other.form));
}

function toValues(stored: string | null): DraftValues | null {
  if (!stored) return null;
  const parsed: unknown = JSON.parse(stored);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
  const words = Object.entries(parsed).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  return words.length > 0 ? Object.fromEntries(words) : null;
}
