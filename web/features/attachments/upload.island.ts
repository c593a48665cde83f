/**
 * Sends files as soon as they are chosen, in pieces, and goes on from where it was after a line that broke or
 * a page that was loaded again. Without this script the files go with the form.
 */
interface Words {
  [name: string]: string;
}

interface Begun {
  id: string;
  url: string;
  chunkBytes: number;
}

interface Row {
  item: HTMLLIElement;
  bar: HTMLProgressElement;
  say(words: string, bad?: boolean): void;
}

const smallestPiece = 64 * 1024;
const longestWait = 20_000;

/** Brings one field to life; a second time nothing happens. */
export function bringUploadToLife(field: HTMLElement): void {
  const input = field.querySelector<HTMLInputElement>('input[type="file"]');
  const list = field.querySelector<HTMLElement>('[data-upload-list]');
  if (!input || !list || field.dataset.alive) return;
  field.dataset.alive = 'yes';
  const words = JSON.parse(field.dataset.words ?? '{}') as Words;
  const target = JSON.parse(field.dataset.target ?? '{}') as object;
  const status = field.querySelector<HTMLElement>('[data-upload-status]');
  const form = input.form;
  const keeps = field.dataset.keeps === 'yes';
  /** The draft that the files belong to. */
  const draft = form?.querySelector<HTMLInputElement>('input[name="draft"]')?.value ?? '';
  const queue: { file: File; row: Row }[] = [];
  let running = false;
  let held = false;

  const announce = (text: string): void => {
    if (status) status.textContent = text;
  };

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    let added = 0;
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (!next.row.item.isConnected) continue;
      if (await send(next.file, next.row)) added += 1;
    }
    running = false;
    if (!keeps)
      for (const item of [...(list?.children ?? [])])
        if (item instanceof HTMLElement && item.dataset.id) item.remove();
    if (added > 0) field.dispatchEvent(new CustomEvent('uploaded', { bubbles: true }));
    if (added > 0 && field.dataset.refresh) await refresh(field.dataset.refresh);
    if (held) form?.requestSubmit();
  }

  async function send(file: File, row: Row): Promise<boolean> {
    const memory = `upload ${JSON.stringify(target)} ${file.name} ${file.size} ${file.lastModified}`;
    try {
      const begun = await begin(file, memory);
      await sendPieces(file, begun, row);
      sessionStorage.removeItem(memory);
      if (keeps) await keep(begun, file);
      row.bar.remove();
      row.say(words.done ?? '');
      row.item.dataset.id = begun.id;
      announce(`${file.name}: ${words.done}`);
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      sessionStorage.removeItem(memory);
      row.say(error.message || words.failed || '', true);
      announce(`${file.name}: ${error.message || words.failed}`);
      return false;
    }
  }

  async function keep(begun: Begun, file: File): Promise<void> {
    for (let tries = 0; tries < 10; tries += 1) {
      const answer = await post('/api/files/kept', { ...begun, draft, name: file.name, size: file.size });
      if (answer?.ok) return;
      if (answer?.status === 409) throw new Refused(words.many ?? '');
      await pause(2_000);
    }
    throw new Refused(words.failed ?? '');
  }

  async function begin(file: File, memory: string): Promise<Begun> {
    const before = sessionStorage.getItem(memory);
    if (before) return JSON.parse(before) as Begun;
    const asked = { name: file.name, size: file.size, type: file.type, ...target };
    const answer = await post('/api/files/begin', asked);
    const body = (await answer?.json().catch(() => null)) as (Begun & { message?: string }) | null;
    if (!answer?.ok || !body) throw new Refused(body?.message ?? words.away ?? '');
    const { id, url, chunkBytes } = body;
    sessionStorage.setItem(memory, JSON.stringify({ id, url, chunkBytes }));
    return { id, url, chunkBytes };
  }

  /** Until the last byte has arrived; a broken line only makes it wait. */
  async function sendPieces(file: File, { url, chunkBytes }: Begun, row: Row): Promise<void> {
    let offset = await whereIs(url);
    let wait = 1_000;
    let most = chunkBytes;
    for (;;) {
      row.say((words.sending ?? '').replace('{percent}', percent(offset / file.size)));
      row.bar.value = offset / file.size;
      const piece = file.slice(offset, offset + most);
      const answer = await patch(url, offset, piece, (sent) => {
        row.bar.value = (offset + sent) / file.size;
        row.say((words.sending ?? '').replace('{percent}', percent((offset + sent) / file.size)));
      });
      const told = Number(answer?.getResponseHeader('upload-offset') ?? Number.NaN);
      if (answer?.status === 204 && told === file.size) return;
      if (answer && (answer.status === 204 || answer.status === 409) && !Number.isNaN(told)) {
        offset = told;
        wait = 1_000;
        continue;
      }
      if (answer && answer.status >= 400 && answer.status < 500) throw new Refused(messageOf(answer));
      row.say(words.paused ?? '');
      await pause(wait);
      wait = Math.min(wait * 2, longestWait);
      most = Math.max(smallestPiece, Math.floor(most / 2));
      offset = await whereIs(url, offset);
    }
  }

  async function whereIs(url: string, otherwise = 0): Promise<number> {
    const answer = await fetch(url, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
    if (answer?.status === 404 || answer?.status === 410) throw new Refused(words.failed ?? '');
    const told = Number(answer?.headers.get('upload-offset') ?? Number.NaN);
    return answer?.ok && !Number.isNaN(told) ? told : otherwise;
  }

  function addRow(file: File): Row {
    const item = document.createElement('li');
    const name = document.createElement('span');
    name.append(document.createElement('bdi'));
    name.firstElementChild?.append(file.name);
    const state = document.createElement('span');
    state.className = 'upload__state';
    state.textContent = words.waiting ?? '';
    const bar = document.createElement('progress');
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute('aria-label', file.name);
    const remove = document.createElement('button');
    remove.type = 'button';
    remove.className = 'btn btn--quiet btn--sm';
    remove.textContent = '×';
    remove.setAttribute('aria-label', (words.remove ?? '').replace('{name}', file.name));
    remove.addEventListener('click', () => void takeBack(item));
    item.append(name, state, ...(keeps ? [remove] : []), bar);
    list?.append(item);
    const say = (text: string, bad = false): void => {
      state.textContent = text;
      item.classList.toggle('is-bad', bad);
      if (bad) bar.remove();
    };
    return { item, bar, say };
  }

  async function takeBack(item: HTMLElement): Promise<void> {
    const { id } = item.dataset;
    item.remove();
    if (id) {
      const query = new URLSearchParams({ draft, id });
      await fetch(`/api/files/kept?${query}`, { method: 'DELETE' }).catch(() => null);
    }
    input?.focus();
  }

  input.addEventListener('change', () => {
    for (const file of input.files ?? []) queue.push({ file, row: addRow(file) });
    input.value = '';
    void run();
  });
  // The buttons of files that were there before the page was loaded.
  list.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button[name="removeFile"]') : null;
    const item = button?.closest('li');
    if (!item) return;
    event.preventDefault();
    void takeBack(item);
  });
  // Going on waits for what is on its way. Before others hear of it: they may count it as sent.
  form?.addEventListener(
    'submit',
    (event) => {
      if (!running) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      held = true;
      announce(words.hold ?? '');
      status?.classList.remove('sr');
    },
    { capture: true },
  );
  for (const button of field.querySelectorAll<HTMLElement>('[data-upload-send]')) button.hidden = true;
}

class Refused extends Error {}

function post(url: string, body: object): Promise<Response | null> {
  const headers = { 'content-type': 'application/json', 'accept-language': document.documentElement.lang };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => null);
}

/** Sends a piece; null when the line broke. */
function patch(
  url: string,
  offset: number,
  piece: Blob,
  onProgress: (sent: number) => void,
): Promise<XMLHttpRequest | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('PATCH', url);
    request.setRequestHeader('content-type', 'application/offset+octet-stream');
    request.setRequestHeader('upload-offset', String(offset));
    request.setRequestHeader('accept-language', document.documentElement.lang);
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded));
    request.addEventListener('load', () => resolve(request));
    for (const ending of ['error', 'abort', 'timeout']) request.addEventListener(ending, () => resolve(null));
    request.send(piece);
  });
}

function messageOf(answer: XMLHttpRequest): string {
  try {
    return String(JSON.parse(answer.responseText).errors[0].message);
  } catch {
    return '';
  }
}

/** So many milliseconds, or until the line is back. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      window.removeEventListener('online', done);
      resolve();
    };
    window.addEventListener('online', done);
    setTimeout(done, milliseconds);
  });
}

function percent(ratio: number): string {
  return String(Math.min(100, Math.floor(ratio * 100)));
}

/** Asks for this page again and puts its part of this id in the place of the old one. */
async function refresh(id: string): Promise<void> {
  const answer = await fetch(location.href, { cache: 'no-store' }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const [before, after] = [document.getElementById(id), page.getElementById(id)];
  if (!before || !after) return;
  before.replaceWith(document.adoptNode(after));
}

if (!document.querySelector('[data-upload-by-page]')) {
  for (const field of document.querySelectorAll<HTMLElement>('[data-upload]')) bringUploadToLife(field);
}
