/** The buttons of files that were in the list before this page was loaded. */
interface Options {
  words: { removing: string; notRemoved: string };
  /** Takes a file back; false when nobody answered. */
  drop(id: string): Promise<boolean>;
  /** Told after each file that was to be taken back. */
  onEnd(isDropped: boolean): void;
}

export function bringEarlierFilesToLife(list: HTMLElement, { words, drop, onEnd }: Options) {
  const leaving = new Set<HTMLElement>();

  list.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button[name="removeFile"]') : null;
    const item = button?.closest('li');
    if (!item) return;
    event.preventDefault();
    if (!leaving.has(item)) void takeBack(item);
  });

  async function takeBack(item: HTMLElement): Promise<void> {
    const state = item.querySelector('.upload__state');
    leaving.add(item);
    if (state) state.textContent = words.removing;
    const isDropped = await drop(item.dataset.id ?? '');
    leaving.delete(item);
    if (isDropped) item.remove();
    else if (state) state.textContent = words.notRemoved;
    item.classList.toggle('is-bad', !isDropped);
    onEnd(isDropped);
  }

  return { isBusy: (): boolean => leaving.size > 0 };
}
