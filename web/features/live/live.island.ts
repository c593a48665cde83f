/**
 * Keeps `[data-live-region]` up to date: hears that something changed (server-sent events of its
 * `data-live-source`), asks for this very page again and puts the new region in the place of the old. After
 * every gap it asks once, so that nothing is missed. What is being typed or chosen in the region is kept.
 */
const root = document.documentElement;
const soon = 150;
const longestWait = 30_000;
/** Time alone changes things too: a case becomes overdue without anybody doing anything. */
const lookAgain = 5 * 60_000;

// Browsers leave the focus alone on a page whose address has a fragment, and forms keep that.
const meetErrors = (): void => document.querySelector<HTMLElement>('.errors')?.focus();
if (location.hash) window.addEventListener('load', () => setTimeout(meetErrors, soon));

for (const region of document.querySelectorAll<HTMLElement>('[data-live-region]')) {
  follow(region.id, region.dataset.liveSource ?? '');
}

function follow(id: string, source: string): void {
  let cursor = '';
  let wait = 1_000;
  let planned: ReturnType<typeof setTimeout> | undefined;

  const plan = (): void => {
    clearTimeout(planned);
    planned = setTimeout(() => void refresh(id), soon);
  };
  const connect = (): void => {
    const address = cursor ? `${source}?${new URLSearchParams({ after: cursor })}` : source;
    const stream = new EventSource(address);
    const lose = (): void => {
      stream.close();
      root.dataset.live = 'away';
      setTimeout(connect, wait + Math.random() * 500);
      wait = Math.min(wait * 2, longestWait);
    };
    stream.addEventListener('ready', () => {
      root.dataset.live = 'live';
      wait = 1_000;
      plan();
    });
    stream.addEventListener('change', (event) => {
      cursor = event.lastEventId;
      plan();
    });
    stream.addEventListener('resync', () => {
      cursor = '';
      lose();
    });
    stream.addEventListener('ended', () => {
      stream.close();
      delete root.dataset.live;
    });
    stream.onerror = lose;
  };
  connect();
  setInterval(plan, lookAgain);
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
  const typed = remember(before);
  before.replaceWith(document.adoptNode(after));
  typed(after);
  document.title = page.title;
  announce(after);
}

/** What is chosen, typed and focused in a region; gives back how to restore it in the next one. */
function remember(region: HTMLElement): (next: HTMLElement) => void {
  type Box = HTMLInputElement | HTMLTextAreaElement;
  const boxes = 'input:not([type="hidden"]), textarea';
  const keyOf = (box: Box) => `${box.name}=${box.type === 'radio' ? box.value : ''}`;
  const open = new Map([...region.querySelectorAll('details')].map((fold) => [fold.id, fold.open]));
  const kept = new Map([...region.querySelectorAll<Box>(boxes)].map((box) => [keyOf(box), box]));
  const focused = document.activeElement instanceof HTMLElement && region.contains(document.activeElement);
  const focus = focused ? (document.activeElement as HTMLElement) : null;
  const selector = focus?.id ? `#${CSS.escape(focus.id)}` : focusByName(focus);
  return (next) => {
    for (const box of next.querySelectorAll<Box>(boxes)) {
      const old = kept.get(keyOf(box));
      if (!old) continue;
      if (box instanceof HTMLInputElement && old instanceof HTMLInputElement) box.checked = old.checked;
      if (box.type !== 'radio' && box.type !== 'checkbox') box.value = old.value;
    }
    for (const fold of next.querySelectorAll('details')) fold.open = open.get(fold.id) || fold.open;
    if (selector) next.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  };
}

function focusByName(element: HTMLElement | null): string {
  if (element instanceof HTMLAnchorElement)
    return `a[href="${CSS.escape(element.getAttribute('href') ?? '')}"]`;
  if (!(element instanceof HTMLInputElement)) return '';
  return `input[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`;
}

/** One short sentence for those who hear the page. */
function announce(region: HTMLElement): void {
  const words = region.querySelector<HTMLElement>('[data-live-words]')?.dataset.liveWords ?? '';
  const status = document.querySelector<HTMLElement>('[data-live-status]');
  if (status && status.textContent !== words) status.textContent = words;
}

export {};
