/**
 * Keeps `[data-live-region]` up to date: hears that something changed (server-sent events of its `data-live-source`),
 * asks for this very page again and patches the region. After every gap it asks once, so that nothing is missed.
 *
 * A form in which a person has typed or chosen something, or that has the focus, is never touched: its elements stay
 * the same ones in the same place, so that words, caret and the composition of an input method stay. What happened is
 * said beside it.
 *
 * One stream a page that is looked at: browsers have six connections to a server over HTTP/1.1, so a page that is
 * hidden closes its stream and goes on from the cursor when it is shown again.
 */
import { backOff } from '@bekhedmetkom/time/back-off';

const root = document.documentElement;
const settleMs = 150;
const waits = { first: 1_000, longest: 30_000 };
/** Time alone changes things too: a case becomes overdue without anybody doing anything. */
const regularlyMs = 5 * 60_000;

// Browsers leave the focus alone on a page whose address has a fragment, and forms keep that.
const meetErrors = (): void => document.querySelector<HTMLElement>('.errors')?.focus();
if (location.hash) window.addEventListener('load', () => setTimeout(meetErrors, settleMs));

for (const region of document.querySelectorAll<HTMLElement>('[data-live-region]')) {
  keepLive(region.id, region.dataset.liveSource ?? '');
}

function keepLive(id: string, source: string): void {
  let cursor = '';
  let tries = 0;
  let stream: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let planned: ReturnType<typeof setTimeout> | undefined;

  const plan = (): void => {
    clearTimeout(planned);
    planned = setTimeout(() => void refresh(id), settleMs);
  };
  const close = (): void => {
    clearTimeout(again);
    stream?.close();
    stream = null;
  };
  const end = (): void => {
    close();
    root.dataset.live = 'ended';
  };
  const retry = (): void => {
    close();
    if (document.hidden) return;
    root.dataset.live = 'away';
    again = setTimeout(connect, backOff(++tries, waits));
  };
  const renew = async (): Promise<void> => {
    close();
    const headers = { accept: 'application/json' };
    const answer = await fetch('/auth/refresh', { method: 'POST', headers }).catch(() => null);
    if (answer?.status === 401) end();
    else if (answer?.ok) connect();
    else retry();
  };
  const connect = (): void => {
    close();
    const opened = new EventSource(cursor ? `${source}?${new URLSearchParams({ after: cursor })}` : source);
    stream = opened;
    opened.addEventListener('ready', () => {
      root.dataset.live = 'live';
      tries = 0;
      plan();
    });
    opened.addEventListener('change', (event) => {
      cursor = event.lastEventId;
      plan();
    });
    opened.addEventListener('resync', () => {
      cursor = '';
      retry();
    });
    opened.addEventListener('expired', () => void renew());
    opened.addEventListener('ended', end);
    opened.onerror = retry;
  };

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) close();
    else if (root.dataset.live !== 'ended') connect();
  });
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted && root.dataset.live !== 'ended') connect();
  });
  window.addEventListener('online', () => {
    tries = 0;
    if (!document.hidden && root.dataset.live === 'away') connect();
  });
  setInterval(() => !document.hidden && plan(), regularlyMs);
  if (!document.hidden) connect();
}

async function refresh(id: string): Promise<void> {
  const answer = await fetch(location.pathname + location.search, {
    cache: 'no-store',
    redirect: 'manual',
  }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const before = document.getElementById(id);
  const after = page.getElementById(id);
  if (!before || !after || before.dataset.liveVersion === after.dataset.liveVersion) return;
  const words = after.querySelector<HTMLElement>('[data-live-words]')?.dataset.liveWords ?? '';
  const focused = focusOf(before);
  const open = new Map([...before.querySelectorAll('details')].map((fold) => [fold.id, fold.open]));
  for (const fold of after.querySelectorAll('details')) fold.open ||= open.get(fold.id) ?? false;
  patch(before, document.adoptNode(after), words);
  if (focused && !before.contains(document.activeElement)) {
    document.getElementById(id)?.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
  }
  document.title = page.title;
  announce(words);
}

/** Whether a person has typed or chosen something in a form, or is about to. */
function isInUse(form: HTMLFormElement): boolean {
  return [...form.elements].some((box) => {
    if (box instanceof HTMLInputElement) {
      if (box.type === 'hidden') return false;
      if (box.type === 'file') return box.value !== '';
      if (box.type === 'radio' || box.type === 'checkbox') return box.checked !== box.defaultChecked;
    }
    if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)) return false;
    return box.value !== box.defaultValue || box === document.activeElement;
  });
}

const formsInUse = (element: Element): HTMLFormElement[] =>
  [element, ...element.querySelectorAll('form')].filter(
    (form): form is HTMLFormElement => form instanceof HTMLFormElement && isInUse(form),
  );

/** Makes `before` say what `after` says; forms in use stay where they are. */
function patch(before: Element, after: Element, words: string): void {
  if (before instanceof HTMLFormElement && isInUse(before)) {
    keep(before, after instanceof HTMLFormElement ? after : null, words);
    return;
  }
  if (formsInUse(before).length === 0) {
    before.replaceWith(after);
    return;
  }
  for (const { name, value } of after.attributes) if (name !== 'open') before.setAttribute(name, value);
  const next = [...after.childNodes];
  let place = before.firstChild;
  for (const kept of [...before.children].filter((child) => formsInUse(child).length > 0)) {
    while (place && place !== kept) {
      const gone: ChildNode = place;
      place = gone.nextSibling;
      gone.remove();
    }
    const at = counterpartOf(kept, next);
    place = kept.nextSibling;
    if (at < 0) {
      for (const form of formsInUse(kept)) keep(form, null, words);
      continue;
    }
    const [counterpart] = next.splice(at, 1) as [Element];
    kept.before(...next.splice(0, at));
    patch(kept, counterpart, words);
  }
  while (place) {
    const gone: ChildNode = place;
    place = gone.nextSibling;
    gone.remove();
  }
  before.append(...next);
}

/** Where among `next` stands what `kept` has become: what holds the same form, else what is named and built alike. */
function counterpartOf(kept: Element, next: readonly ChildNode[]): number {
  const ids = formsInUse(kept).map((form) => `#${CSS.escape(form.id)}`);
  const alike = (node: ChildNode): node is Element =>
    node instanceof Element && node.tagName === kept.tagName;
  const sameForm = next.findIndex(
    (node) => alike(node) && ids.some((id) => node.matches(id) || node.querySelector(id) !== null),
  );
  if (sameForm >= 0 || kept instanceof HTMLFormElement) return sameForm;
  return next.findIndex((node) => alike(node) && node.id === kept.id && node.className === kept.className);
}

/** Leaves a form as it is but for the version that it answers to, and says beside it what happened. */
function keep(form: HTMLFormElement, next: HTMLFormElement | null, words: string): void {
  for (const box of next?.querySelectorAll<HTMLInputElement>('input[type="hidden"]') ?? []) {
    const own = form.querySelector<HTMLInputElement>(`input[type="hidden"][name="${CSS.escape(box.name)}"]`);
    if (own) own.value = box.value;
  }
  const region = form.closest<HTMLElement>('[data-live-region]');
  const more = next ? region?.dataset.liveKept : region?.dataset.liveGone;
  const note = form.querySelector<HTMLElement>('[data-live-note]') ?? document.createElement('p');
  note.dataset.liveNote = '';
  note.className = 'inset';
  note.textContent = [words, more].filter(Boolean).join('. ');
  if (!note.isConnected) form.prepend(note);
}

/** How to find the focused link or button of a region again once it was replaced. */
function focusOf(region: HTMLElement): string {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !region.contains(focused)) return '';
  if (focused.id) return `#${CSS.escape(focused.id)}`;
  if (focused instanceof HTMLAnchorElement)
    return `a[href="${CSS.escape(focused.getAttribute('href') ?? '')}"]`;
  if (!(focused instanceof HTMLInputElement)) return '';
  return `input[name="${CSS.escape(focused.name)}"][value="${CSS.escape(focused.value)}"]`;
}

/** One short sentence for those who hear the page. */
function announce(words: string): void {
  const status = document.querySelector<HTMLElement>('[data-live-status]');
  if (status && status.textContent !== words) status.textContent = words;
}
