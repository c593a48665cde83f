/**
 * Keeps what is being typed (encrypted, in this browser's cookies) and says how much room is left. Without
 * this script the answers are kept page by page.
 */
import { lengthOf } from '@bekhedmetkom/text/length';

const form = document.querySelector<HTMLFormElement>('form[data-draft-step]');
const pause = 1_500;

if (form) {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let sending = false;
  const count = form.querySelector<HTMLElement>('[data-count-for]');
  const box = form.querySelector<HTMLTextAreaElement>(`#${count?.dataset.countFor ?? 'none'}`);
  const mark = count?.querySelector<HTMLElement>('[data-saved-mark]');

  const showLeft = (): void => {
    if (!count || !box) return;
    const left = Number(count.dataset.limit) - lengthOf(box.value);
    const words = JSON.parse(count.dataset.words ?? '{}') as Record<string, string>;
    const language = document.documentElement.lang;
    const number = new Intl.NumberFormat(language === 'ar' ? 'ar-JO-u-nu-latn' : 'en').format(left);
    const rule = new Intl.PluralRules(language).select(Math.abs(left));
    const place = count.querySelector('[data-left]');
    if (place) place.textContent = (words[rule] ?? words.other ?? '').replace('{n}', number);
    count.hidden = false;
  };

  const save = async (): Promise<void> => {
    if (sending) return;
    const answer = await fetch('/api/draft', { method: 'POST', body: new FormData(form) }).catch(() => null);
    if (mark && answer?.ok) mark.textContent = count?.dataset.saved ?? '';
  };

  form.addEventListener('input', () => {
    showLeft();
    if (mark) mark.textContent = '';
    clearTimeout(waiting);
    waiting = setTimeout(save, pause);
  });
  // One press sends once; and nothing older may arrive after it.
  form.addEventListener('submit', (event) => {
    clearTimeout(waiting);
    if (sending) event.preventDefault();
    sending = true;
  });
  window.addEventListener('pageshow', () => {
    sending = false;
    showLeft();
  });
  showLeft();
}
