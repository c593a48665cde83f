'use client';

import { useTranslations } from 'next-intl';

/** Opens the palette for who uses no keyboard, and tells the others its keys. */
export function PaletteButton() {
  const t = useTranslations('inbox.palette');
  return (
    <button
      type="button"
      className="palettekey"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => document.dispatchEvent(new Event('bk:palette'))}
    >
      <span className="sr">{t('button')}</span>
      <span className="key" aria-hidden="true">
        <bdi>Ctrl K</bdi>
      </span>
    </button>
  );
}
