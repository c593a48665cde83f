import type { Page } from 'playwright-core';

/** Pixels of CSS that a finger needs, as WCAG 2.5.5 has it. */
const least = 44;

/**
 * What can be pressed on a page and is smaller than a finger, as `tag "words" W×H`. The box of a control is that of its
 * label too. Links within a sentence are excused (they are as high as its line), and what only a focus shows.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((size) => {
    const ownText = (element: Element) =>
      [...element.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim());
    const inSentence = (link: Element) => {
      let around = link.parentElement;
      while (around && getComputedStyle(around).display === 'inline') around = around.parentElement;
      return around !== null && getComputedStyle(link).display === 'inline' && ownText(around);
    };
    const boxOf = (element: Element) => {
      const boxes = [element, element.closest('label')]
        .concat(element.id ? [document.querySelector(`label[for="${CSS.escape(element.id)}"]`)] : [])
        .filter((one) => one !== null)
        .map((one) => one.getBoundingClientRect());
      return {
        width: Math.max(...boxes.map(({ width }) => width)),
        height: Math.max(...boxes.map(({ height }) => height)),
      };
    };
    const all = document.querySelectorAll(
      'a[href], button, summary, select, textarea, input:not([type=hidden]), [role=application]',
    );
    return [...all]
      .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((one) => !one.matches('.skip, .sr, .sr *') && !inSentence(one))
      .flatMap((one) => {
        const { width, height } = boxOf(one);
        if (width >= size - 0.5 && height >= size - 0.5) return [];
        const words = (one.textContent || one.getAttribute('aria-label') || one.id).trim().slice(0, 40);
        const classes = [...one.classList].map((name) => `.${name}`).join('');
        return [
          `${one.tagName.toLowerCase()}${classes} "${words}" ${Math.round(width)}×${Math.round(height)}`,
        ];
      });
  }, least);
}
