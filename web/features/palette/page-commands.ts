/** The forms that the open page offers: each stands in a `details` with an id and says its name in its summary. */
import type { Command } from './commands.ts';

/** Reads them off the page, so that what the palette offers is what stands there, no more and no less. */
export function caseCommands(page: ParentNode): Command[] {
  return [...page.querySelectorAll<HTMLElement>('.casepage .deskpanel[id]')].map((panel) => {
    const summary = panel.querySelector('summary');
    const cap = summary?.querySelector('.key')?.textContent?.trim();
    const label = [...(summary?.childNodes ?? [])]
      .filter((node) => !(node instanceof HTMLElement && node.classList.contains('key')))
      .map((node) => node.textContent ?? '')
      .join('')
      .trim();
    return {
      id: `panel-${panel.id}`,
      group: 'case',
      label,
      href: `#${panel.id}`,
      ...(cap ? { keys: [cap] } : {}),
    };
  });
}
