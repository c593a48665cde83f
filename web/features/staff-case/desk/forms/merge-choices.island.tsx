'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { CaseFilter, MergeChoicesQuery as Choices } from '../../../../graphql/generated/graphql.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { written } from '../../../../ui/written.ts';
import { useLanguage } from '../../../staff/language.ts';
import { serverNow } from '../../../staff/live/server-time.ts';
import { useStaffLive } from '../../../staff/live/staff-live.island.tsx';
import { momentWords } from '../../../staff/when.ts';
import { MergeChoicesQuery } from '../read/desk.query.ts';
import type { DeskCase } from './desk.ts';

type Choice = Choices['cases']['edges'][number]['node'];

interface MergeChoicesProps {
  kase: DeskCase;
  /** Id of the field that takes the reference. */
  field: string;
}

/** Open cases about the same at the same entity, the oldest first: one press puts its reference into the field. */
export function MergeChoices({ kase, field }: MergeChoicesProps) {
  const t = useTranslations('inbox.merge');
  const words = useTranslations('case.state');
  const language = useLanguage();
  const { link } = useStaffLive();
  const [found, setFound] = useState<Choice[] | null>(null);
  const [others, setOthers] = useState(0);
  const [reading, setReading] = useState(false);

  async function read(): Promise<void> {
    setReading(true);
    const data = await link?.ask(MergeChoicesQuery, { filter: likeThis(kase) });
    setReading(false);
    const read = (data?.cases.edges ?? []).map(({ node }) => node);
    setOthers((data?.cases.totalCount ?? 0) - read.length);
    setFound(read.filter(({ id }) => id !== kase.id));
  }
  function take(reference: string): void {
    const box = document.getElementById(field);
    if (!(box instanceof HTMLInputElement)) return;
    box.value = reference;
    // Drafts are kept when the form hears of typing.
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.focus();
  }

  return (
    <div className="mergelist">
      <button type="button" className="btn btn--second btn--sm" disabled={reading || !link} onClick={read}>
        <Icon name="search" />
        {reading ? t('reading') : t('find')}
      </button>
      <div role="status">
        {found?.length === 0 && <p className="small muted">{t('none')}</p>}
        <ul>
          {found?.map((one) => (
            <li key={one.id}>
              <button type="button" className="btn btn--quiet btn--sm" onClick={() => take(one.reference)}>
                <bdi dir="ltr">{one.reference}</bdi>
              </button>
              <b {...written(one.subject)}>{one.subject}</b>
              <span className="small muted">
                {words(one.state)} · {momentWords(language, one.submittedAt, serverNow())}
                {one.followers > 0 && ` · ${t('followers', { count: one.followers })}`}
              </span>
            </li>
          ))}
        </ul>
        {others > 0 && <p className="small muted">{t('others', { count: others })}</p>}
      </div>
    </div>
  );
}

function likeThis({ entity, category, governorate }: DeskCase): CaseFilter {
  return {
    open: true,
    ...(entity && { entity: [entity.code] }),
    ...(category && { category: [category.code] }),
    ...(governorate && { governorate: [governorate.code] }),
  };
}
