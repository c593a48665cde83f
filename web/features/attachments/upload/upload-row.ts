/** The line of one file in the list of an upload field. */
export interface Row {
  item: HTMLLIElement;
  /** `bad`: what is said is why the file was not taken. */
  say(text: string, bad?: boolean): void;
  /** How much has arrived, from 0 to 1; null takes the bar away. */
  progress(ratio: number | null): void;
  /** Offers to try again, or does no longer. */
  offerRetry(offered: boolean): void;
  /** Offers to take the file back, or does no longer. */
  offerRemoval(offered: boolean): void;
  /** Puts the person where this file can be dealt with. */
  focus(): void;
}

export interface RowWords {
  waiting: string;
  retry: string;
  /** With `{name}`. */
  remove: string;
}

/** Side of a preview in pixels, and the largest file that one is drawn of. */
const previewSide = 88;
const maxPreviewed = 15_000_000;

export function addRow(
  list: HTMLElement,
  file: File,
  words: RowWords,
  on: { retry(): void; remove(): void },
): Row {
  const item = document.createElement('li');
  const name = part('span', 'upload__name');
  const bdi = document.createElement('bdi');
  bdi.textContent = file.name;
  name.append(bdi);
  const state = part('span', 'upload__state');
  state.textContent = words.waiting;
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', file.name);
  const retry = button('upload__retry btn btn--second btn--sm', words.retry, on.retry);
  retry.setAttribute('aria-label', `${words.retry}: ${file.name}`);
  retry.hidden = true;
  const remove = button('upload__remove btn btn--quiet btn--sm', '×', on.remove);
  remove.setAttribute('aria-label', words.remove.replace('{name}', file.name));
  item.append(name, state, retry, remove, bar);
  list.append(item);
  void drawPreview(file).then((picture) => picture && item.prepend(picture));
  return {
    item,
    say(text, bad = false) {
      state.textContent = text;
      item.classList.toggle('is-bad', bad);
    },
    progress(ratio) {
      bar.hidden = ratio === null;
      if (ratio !== null) bar.value = ratio;
    },
    offerRetry(offered) {
      retry.hidden = !offered;
    },
    offerRemoval(offered) {
      remove.hidden = !offered;
    },
    focus: () => (retry.hidden ? remove : retry).focus(),
  };
}

function part(tag: string, className: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

function button(className: string, text: string, press: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = text;
  element.addEventListener('click', press);
  return element;
}

/** A small picture of a picture; null for what is none, or cannot be drawn here. */
async function drawPreview(file: File): Promise<HTMLImageElement | null> {
  if (!file.type.startsWith('image/') || file.size > maxPreviewed) return null;
  try {
    const drawn = await createImageBitmap(file, { resizeWidth: previewSide, resizeQuality: 'low' });
    const canvas = document.createElement('canvas');
    canvas.width = previewSide;
    canvas.height = previewSide;
    const side = Math.min(drawn.width, drawn.height);
    const [left, top] = [(drawn.width - side) / 2, (drawn.height - side) / 2];
    canvas.getContext('2d')?.drawImage(drawn, left, top, side, side, 0, 0, previewSide, previewSide);
    drawn.close();
    const picture = new Image();
    picture.className = 'upload__preview';
    picture.alt = '';
    picture.src = canvas.toDataURL('image/jpeg', 0.7);
    return picture;
  } catch {
    return null;
  }
}
