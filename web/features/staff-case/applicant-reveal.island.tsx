'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../staff/language.ts';
import { clockTime } from '../staff/when.ts';
import { revealApplicant } from './applicant.actions.ts';

/** The applicant behind a button; the look is recorded before anything is shown. */
export function ApplicantReveal({ caseId }: { caseId: string }) {
  const t = useTranslations('staff.parties');
  const language = useLanguage();
  const [revealed, reveal, pending] = useActionState(revealApplicant, {
    shown: false,
    applicant: null,
    at: null,
  });
  const { applicant } = revealed;
  const nothing = applicant && !applicant.name && !applicant.phone && !applicant.email;
  return (
    <>
      <div id="applicant">
        <dt>
          {t('applicant')}
          <small>
            {revealed.at ? t('seenNow', { time: clockTime(language, revealed.at) }) : t('recorded')}
          </small>
        </dt>
        <dd>
          <form action={reveal}>
            <input type="hidden" name="caseId" value={caseId} />
            {revealed.shown && <input type="hidden" name="hide" value="1" />}
            <button className="btn btn--second btn--sm" type="submit" disabled={pending}>
              <Icon name="eye" />
              {revealed.shown ? t('hide') : t('show')}
            </button>
          </form>
        </dd>
      </div>
      {revealed.shown && !applicant && <Fact name={t('applicant')}>{t('refused')}</Fact>}
      {nothing && <Fact name={t('applicant')}>{t('nothing')}</Fact>}
      {applicant?.name && <Fact name={t('name')}>{applicant.name}</Fact>}
      {applicant?.phone && (
        <Fact name={t('phone')}>
          <a href={`tel:${applicant.phone}`} dir="ltr">
            {applicant.phone}
          </a>
        </Fact>
      )}
      {applicant?.email && (
        <Fact name={t('email')}>
          <a href={`mailto:${applicant.email}`} dir="ltr">
            {applicant.email}
          </a>
        </Fact>
      )}
      {applicant && <Fact name={t('language')}>{t(`languages.${applicant.language}`)}</Fact>}
    </>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  );
}
