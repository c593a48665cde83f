import { useTranslations } from 'next-intl';
import type { Locale } from '../../i18n/locale.ts';
import { sampleCase } from './sample-case.ts';
import { partsOf } from './template.ts';

interface CannedPreviewProps {
  body: string;
  /** Of the text. */
  language: Locale;
  entity: string;
}

/** The text as the applicant of an invented case would read it; what a variable says is marked. */
export function CannedPreview({ body, language, entity }: CannedPreviewProps) {
  const t = useTranslations('canned');
  const sample = sampleCase(language, entity, new Date());
  const parts = partsOf(body);
  return (
    <figure className="canned__preview">
      <figcaption>{t('preview')}</figcaption>
      {parts.length === 0 ? (
        <p className="muted">{t('previewEmpty')}</p>
      ) : (
        <p className="canned__text" dir="auto" lang={language}>
          {parts.map((part, i) => {
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts are made of the text anew each time.
            if (part.kind === 'words') return <span key={i}>{part.text}</span>;
            const value = part.kind === 'variable' ? sample[part.text as keyof typeof sample] : null;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              <mark key={i} className={value === null ? 'canned__unknown' : undefined}>
                <bdi>{value ?? `{{${part.text}}}`}</bdi>
              </mark>
            );
          })}
        </p>
      )}
    </figure>
  );
}
