/**
 * Sends files as soon as they are chosen, in pieces, and goes on from where it was after a line that broke or a
 * page that was loaded again. Going on in the form waits for them; a file that was not taken is named, and stays
 * in the list until it was sent or taken back. Without this script the files go with the form.
 */
import { bringEarlierFilesToLife } from './earlier-files.ts';
import { refreshField } from './refresh-field.ts';
import {
  cancelUpload,
  dropFile,
  keepFile,
  languageHeader,
  openBeginUpload,
  openMemory,
} from './upload-api.ts';
import { addRow, type Row } from './upload-row.ts';
import { type Begun, pause, transferFile } from './upload-transfer.ts';
import { percent, type UploadWords, whyNot } from './upload-words.ts';

interface Entry {
  file: File;
  row: Row;
  /** `removing`: taken back, and the server has not confirmed it. */
  state: 'waiting' | 'active' | 'done' | 'failed' | 'removing';
  stop: AbortController;
  begun: Begun | null;
  /** Failed for want of an answer: tried again when the line is back. */
  resumable: boolean;
}

const keepTries = 5;
const retryAfterMs = 2_000;

/** Brings one field to life; a second time nothing happens. */
export function bringUploadToLife(field: HTMLElement): void {
  const inputs = [...field.querySelectorAll<HTMLInputElement>('input[type="file"]')];
  const list = field.querySelector<HTMLElement>('[data-upload-list]');
  const form = inputs[0]?.form ?? null;
  if (!list || !inputs[0] || field.dataset.alive) return;
  field.dataset.alive = 'yes';
  const words = JSON.parse(field.dataset.words ?? '{}') as UploadWords;
  const target = JSON.parse(field.dataset.target ?? '{}') as object;
  const status = field.querySelector<HTMLElement>('[data-upload-status]');
  const keeps = field.dataset.keeps === 'yes';
  /** The draft that the files belong to. */
  const draft = form?.querySelector<HTMLInputElement>('input[name="draft"]')?.value ?? '';
  const begin = openBeginUpload(target, draft);
  const entries = new Set<Entry>();
  let running = false;
  let held: { by: HTMLElement | null } | null = null;

  const is = (state: Entry['state']): Entry[] => [...entries].filter((one) => one.state === state);
  const isBusy = (): boolean =>
    earlier.isBusy() || [...entries].some(({ state }) => state !== 'done' && state !== 'failed');

  function announce(text: string, shown = false, bad = false): void {
    if (!status) return;
    status.textContent = text;
    status.classList.toggle('sr', !shown);
    status.classList.toggle('is-bad', bad);
  }

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    let added = 0;
    try {
      for (let [next] = is('waiting'); next; [next] = is('waiting')) {
        if (await work(next)) added += 1;
      }
    } finally {
      running = false;
    }
    if (added > 0) await showAdded();
    goOn();
  }

  /** Never throws: whatever happens, the next file has its turn. */
  async function work(entry: Entry): Promise<boolean> {
    entry.state = 'active';
    entry.stop = new AbortController();
    entry.row.offerRetry(false);
    const outcome = await transferFile(entry.file, {
      begin,
      memory: openMemory(entry.file, { ...target, draft }),
      signal: entry.stop.signal,
      line: window,
      request: { headers: languageHeader() },
      onBegun: (begun) => {
        entry.begun = begun;
      },
      onProgress(ratio) {
        if (entry.stop.signal.aborted) return;
        entry.row.progress(ratio ?? 0);
        entry.row.say(ratio === null ? words.paused : words.sending.replace('{percent}', percent(ratio)));
      },
    });
    if (outcome.kind === 'cancelled') return (await takeBackSent(entry)) === 'added';
    if (outcome.kind !== 'sent') {
      const { message, resumable, kinds } = whyNot(outcome, words);
      // Which kinds are taken is said once, not for each file.
      if (kinds) field.querySelector('[data-upload-kinds]')?.removeAttribute('hidden');
      return fail(entry, message, resumable);
    }
    return keeps ? keep(entry, outcome.begun) : done(entry);
  }

  /** Keeps a file with its draft; also while it is being taken back, as only what is kept can be dropped for sure. */
  async function keep(entry: Entry, begun: Begun): Promise<boolean> {
    let answer = await keepFile(begun, entry.file, draft);
    for (let tries = 1; answer === 'away' && tries < keepTries; tries++) {
      await pause(retryAfterMs, entry.stop.signal, window);
      answer = await keepFile(begun, entry.file, draft);
    }
    if (entry.stop.signal.aborted) return drop(entry, begun.id).then(() => false);
    if (answer === 'kept') return done(entry);
    return fail(entry, answer === 'many' ? words.many : words.failed, answer === 'away');
  }

  function done(entry: Entry): boolean {
    entry.state = 'done';
    entry.row.progress(null);
    entry.row.say(words.done);
    entry.row.offerRemoval(keeps);
    announce(`${entry.file.name}: ${words.done}`);
    return true;
  }

  function fail(entry: Entry, message: string, resumable: boolean): boolean {
    entry.state = 'failed';
    entry.resumable = resumable;
    entry.row.progress(null);
    entry.row.say(message, true);
    entry.row.offerRetry(resumable);
    entry.row.offerRemoval(true);
    announce(`${entry.file.name}: ${message}`);
    return false;
  }

  function remove(entry: Entry): void {
    const { state } = entry;
    entry.stop.abort();
    if (state === 'removing') return;
    inputs[0]?.focus();
    if (state === 'waiting' || (state === 'failed' && !keeps)) {
      forget(entry);
      return;
    }
    entry.state = 'removing';
    entry.row.say(words.removing);
    entry.row.offerRetry(false);
    // One that is on its way is dealt with by whoever sends it, as soon as it has stopped.
    if (state === 'active') return;
    void drop(entry, entry.begun?.id ?? '').then(goOn);
  }

  function forget(entry: Entry): void {
    entries.delete(entry);
    entry.row.item.remove();
    openMemory(entry.file, { ...target, draft }).write(null);
    if (entry.begun && entry.state !== 'removing')
      void untilAnswered(() => cancelUpload(entry.begun?.url ?? ''));
    goOn();
  }

  /** Stopped while it was sent. `added`: too late, the case has it. */
  async function takeBackSent(entry: Entry): Promise<'added' | 'removed'> {
    const answer = entry.begun
      ? await untilAnswered(() => cancelUpload(entry.begun?.url ?? ''))
      : 'cancelled';
    if (!keeps && answer === 'gone') {
      done(entry);
      entry.row.say(words.already);
      return 'added';
    }
    if (!keeps && answer === 'away') {
      fail(entry, words.notRemoved, false);
      return 'removed';
    }
    forget(entry);
    return 'removed';
  }

  /** Takes a kept file back. Without an answer it may be kept still: then it stays in the list, and is told. */
  async function drop(entry: Entry, id: string): Promise<void> {
    if (id === '' || (await untilAnswered(() => dropAndCancel(entry, id))) !== 'away') return forget(entry);
    fail(entry, words.notRemoved, false);
  }

  async function dropAndCancel(entry: Entry, id: string): Promise<'dropped' | 'away'> {
    if (!(await dropFile(id, draft))) return 'away';
    // Also an upload that was never kept.
    return entry.begun && (await cancelUpload(entry.begun.url)) === 'away' ? 'away' : 'dropped';
  }

  async function untilAnswered<T>(ask: () => Promise<T | 'away'>): Promise<T | 'away'> {
    const never = new AbortController().signal;
    let answer = await ask();
    for (let tries = 1; answer === 'away' && tries < keepTries; tries++) {
      await pause(retryAfterMs, never, window);
      answer = await ask();
    }
    return answer;
  }

  /** What was added to a case is shown by the page. */
  async function showAdded(): Promise<void> {
    if (!keeps) for (const entry of is('done')) forgetShown(entry);
    field.dispatchEvent(new CustomEvent('uploaded', { bubbles: true }));
    if (field.dataset.refresh) await refreshField(field.dataset.refresh);
  }

  function forgetShown(entry: Entry): void {
    entries.delete(entry);
    entry.row.item.remove();
  }

  /** Goes on in the form when somebody wanted to and every file has arrived; else says which has not. */
  function goOn(): void {
    if (!held || isBusy()) return;
    const { by } = held;
    held = null;
    if (complain()) return;
    if (by?.isConnected) form?.requestSubmit(by);
    else form?.requestSubmit();
  }

  function complain(): boolean {
    const [first] = is('failed');
    if (!first) return false;
    const names = is('failed').map(({ file }) => `\u2068${file.name}\u2069`);
    announce(
      words.notTaken.replace('{names}', names.join(document.documentElement.lang === 'ar' ? '، ' : ', ')),
      true,
      true,
    );
    first.row.focus();
    return true;
  }

  for (const input of inputs) {
    input.addEventListener('change', () => {
      for (const file of input.files ?? []) {
        const entry: Entry = {
          file,
          row: addRow(list, file, words, { retry: () => again([entry]), remove: () => remove(entry) }),
          state: 'waiting',
          stop: new AbortController(),
          begun: null,
          resumable: false,
        };
        entries.add(entry);
      }
      input.value = '';
      void run();
    });
  }

  function again(some: Entry[]): void {
    for (const entry of some) {
      entry.state = 'waiting';
      entry.row.say(words.waiting);
      entry.row.offerRetry(false);
    }
    void run();
  }
  window.addEventListener('online', () => again(is('failed').filter(({ resumable }) => resumable)));

  const earlier = bringEarlierFilesToLife(list, {
    words,
    drop: async (id) => (await untilAnswered(async () => (await dropFile(id, draft)) || 'away')) !== 'away',
    onEnd(isDropped) {
      if (isDropped) inputs[0]?.focus();
      else {
        held = null;
        announce(words.notRemoved, true, true);
      }
      goOn();
    },
  });

  // Before others hear of it: they may count the form as sent.
  form?.addEventListener(
    'submit',
    (event) => {
      if (!isBusy() && is('failed').length === 0) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!isBusy()) {
        complain();
        return;
      }
      held = { by: event.submitter };
      announce(words.hold, true);
    },
    { capture: true },
  );
  for (const button of field.querySelectorAll<HTMLElement>('[data-upload-send]')) button.hidden = true;
}

if (!document.querySelector('[data-upload-by-page]')) {
  for (const field of document.querySelectorAll<HTMLElement>('[data-upload]')) bringUploadToLife(field);
}
