import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../staff/language.ts';

interface CannedRemovalProps {
  answer: { id: string; version: number };
  entity: string | null;
  send(form: FormData): void;
  pending: boolean;
}

/** Removing asks once more, in a form of its own: Enter in a box never removes. */
export function CannedRemoval({ answer, entity, send, pending }: CannedRemovalProps) {
  const t = useTranslations('canned');
  const language = useLanguage();
  const [sure, setSure] = useState(false);
  if (!sure) {
    return (
      <p className="canned__removal">
        <button className="btn btn--quiet btn--sm" type="button" onClick={() => setSure(true)}>
          <Icon name="close" />
          {t('remove')}
        </button>
      </p>
    );
  }
  return (
    <form action={send} className="canned__removal">
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="id" value={answer.id} />
      <input type="hidden" name="version" value={answer.version} />
      <input type="hidden" name="entity" value={entity ?? ''} />
      <input type="hidden" name="language" value={language} />
      <span role="status">{t('removeSure')}</span>
      <button className="btn btn--danger btn--sm" type="submit" disabled={pending}>
        {t('removeYes')}
      </button>
      <button className="btn btn--quiet btn--sm" type="button" onClick={() => setSure(false)}>
        {t('removeNo')}
      </button>
    </form>
  );
}
