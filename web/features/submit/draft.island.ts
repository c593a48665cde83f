/**
 * Keeps what is being typed and says how much room is left. Without this script the answers are kept page by page.
 */

import { lengthOf } from '@bekhedmetkom/text/length';
import { dateLocales } from '@bekhedmetkom/time/date-locales';

const form = document.querySelector<HTMLFormElement>('form[data-draft-step]');
/** Milliseconds without a key before what was typed is kept. */
const pause = 1_500;
/** Milliseconds in which a second press is taken for the same one. */
const sendingMs = 8_000;
/** Pixels that a finger may move and still have pressed. */
const steady = 12;

if (form) {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | null = null;
  let sending = false;
  const count = form.querySelector<HTMLElement>('[data-count-for]');
  const box = form.querySelector<HTMLTextAreaElement>(`#${count?.dataset.countFor ?? 'none'}`);
  const mark = count?.querySelector<HTMLElement>('[data-saved-mark]');

  const wordsOf = (words: string | undefined, value: number): string => {
    const forms = JSON.parse(words ?? '{}') as Record<string, string>;
    const language = document.documentElement.lang;
    const number = new Intl.NumberFormat(dateLocales[language === 'ar' ? 'ar' : 'en']).format(value);
    const rule = new Intl.PluralRules(language).select(value);
    return (forms[rule] ?? forms.other ?? '').replace('{n}', number);
  };

  const showLeft = (): void => {
    if (!count || !box) return;
    const left = Number(count.dataset.limit) - lengthOf(box.value);
    const over = left < 0;
    const words = wordsOf(over ? count.dataset.overWords : count.dataset.leftWords, Math.abs(left));
    const place = count.querySelector('[data-left]');
    if (place) place.textContent = words;
    // Said once, when the limit is passed, and not with every letter.
    const alert = count.querySelector('[data-over-alert]');
    if (alert && over !== count.classList.contains('is-over')) alert.textContent = over ? words : '';
    count.classList.toggle('is-over', over);
    count.querySelector<HTMLElement>('.count__over')?.toggleAttribute('hidden', !over);
    count.hidden = false;
  };

  const save = async (keepalive = false): Promise<void> => {
    if (sending) return;
    running?.abort();
    const own = new AbortController();
    running = own;
    const body = new FormData(form);
    // Files go their own way.
    for (const [name, value] of [...body]) if (typeof value !== 'string') body.delete(name);
    const answer = await fetch('/api/draft', { method: 'POST', body, keepalive, signal: own.signal }).catch(
      () => null,
    );
    if (!mark || own.signal.aborted) return;
    mark.textContent = (answer?.ok ? count?.dataset.saved : count?.dataset.notSaved) ?? '';
  };

  form.addEventListener('input', () => {
    showLeft();
    if (mark) mark.textContent = '';
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      waiting = undefined;
      void save();
    }, pause);
  });
  // One press sends once; and nothing older may arrive after it.
  form.addEventListener('submit', (event) => {
    clearTimeout(waiting);
    waiting = undefined;
    running?.abort();
    if (sending) event.preventDefault();
    sending = true;
    // Sending was stopped, or the line is dead: pressing again must work.
    setTimeout(() => {
      sending = false;
    }, sendingMs);
  });
  // Left by a link, or put into the background: what was typed last is kept as well.
  const saveWaiting = (): void => {
    if (waiting === undefined) return;
    clearTimeout(waiting);
    waiting = undefined;
    void save(true);
  };
  window.addEventListener('pagehide', saveWaiting);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saveWaiting();
  });
  window.addEventListener('pageshow', () => {
    sending = false;
    showLeft();
  });
  showLeft();

  // A button that moves between going down and coming up (a line appeared above it) would lose the press.
  let pressed: { button: HTMLElement; x: number; y: number } | null = null;
  document.addEventListener('pointerdown', ({ target, clientX: x, clientY: y, button: which }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button[type="submit"]') : null;
    pressed = button && which === 0 ? { button, x, y } : null;
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('button[type="submit"]')) pressed = null;
  });
  document.addEventListener('pointercancel', () => {
    pressed = null;
  });
  document.addEventListener('pointerup', ({ clientX, clientY }) => {
    const press = pressed;
    if (!press || Math.hypot(clientX - press.x, clientY - press.y) > steady) return;
    // After the click that belongs to this press, if there is one.
    setTimeout(() => {
      if (pressed === press) press.button.click();
      pressed = null;
    });
  });
}
