import { getTranslations } from 'next-intl/server';
import { Fragment, type ReactNode } from 'react';
import { graphql } from '../../../graphql/generated/index.ts';
import { query } from '../../../graphql/server.ts';
import { hasSession } from '../../../session/viewer.ts';
import { Icon } from '../../../ui/icon.tsx';
import { typeIcons } from '../../../ui/vocabulary.ts';
import { withReferences } from '../../../ui/with-references.tsx';
import { written } from '../../../ui/written.ts';
import { KeptFileNames } from '../../attachments/kept-file-names.tsx';
import { type Draft, type Step, stepsOf } from '../draft/draft.ts';
import { stepPath } from '../step-path.ts';
import { sendRequest } from '../submit.action.ts';
import type { StepProps } from './step-props.ts';

const namesDocument = graphql(`
  query NamesOfDraft($entity: String!) {
    entity(code: $entity) {
      name
      units {
        id
        name
      }
    }
    categories {
      code
      name
    }
    governorates {
      code
      name
    }
  }
`);

/** Everything that was answered, each with a way to change it, and the button that sends it. */
export async function CheckStep({ locale, id, draft }: StepProps) {
  const t = await getTranslations('submit.check');
  const words = await getTranslations('case');
  const files = await getTranslations('attachments.list');
  const { data } = await query(namesDocument, { entity: draft.entity ?? '-' });
  const nameOf = (list: readonly { code: string; name: string }[] | undefined, code: string) =>
    list?.find((one) => one.code === code)?.name ?? code;
  const asked = new Set(stepsOf(draft));
  const unit = data?.entity?.units.find(({ id }) => id === draft.creditedUnit)?.name;
  const credited = [draft.creditedName, unit].filter((one) => one !== undefined && one !== '');
  const place = [draft.governorate && nameOf(data?.governorates, draft.governorate), draft.district].filter(
    (one): one is string => Boolean(one),
  );

  const row = (step: Step, what: string, answer: ReactNode) => (
    <div key={what}>
      <dt>{what}</dt>
      <dd>{answer}</dd>
      <dd>
        <a href={stepPath(locale, step, id, { back: 'check' })} id={`change-${step}`}>
          {t.rich('change', { what, hidden: (chunks) => <span className="sr">{chunks}</span> })}
        </a>
      </dd>
    </div>
  );
  return (
    <>
      <h1 className="h1">{t('title')}</h1>
      <dl className="facts facts--change space-5">
        {draft.type &&
          row(
            'type',
            t('type'),
            <>
              <Icon name={typeIcons[draft.type]} /> {words(`type.${draft.type}`)}
              {draft.programme && draft.programme !== 'GOVERNMENT_SERVICES' && (
                <span className="line muted">{words(`programme.${draft.programme}`)}</span>
              )}
            </>,
          )}
        {row('what', t('subject'), <span {...written(draft.subject)}>{draft.subject}</span>)}
        {row(
          'what',
          t('text'),
          <span {...written(draft.text)} className="as-written">
            {withReferences(draft.text)}
          </span>,
        )}
        {row('what', files('title'), <KeptFileNames draft={id} none={t('filesNone')} />)}
        {asked.has('who') &&
          row('who', t('who'), draft.entity ? (data?.entity?.name ?? draft.entity) : t('unknown'))}
        {asked.has('credit') &&
          row(
            'credit',
            t('credit'),
            credited.length > 0
              ? credited.map((one) => (
                  <span key={one} className="line" {...written(one)}>
                    {one}
                  </span>
                ))
              : t('creditNone'),
          )}
        {asked.has('category') &&
          row(
            'category',
            t('category'),
            draft.category ? nameOf(data?.categories, draft.category) : t('unsure'),
          )}
        {asked.has('where') &&
          row(
            'where',
            t('where'),
            <>
              {place.length > 0
                ? place.map((one, index) => (
                    <Fragment key={one}>
                      {index > 0 && (locale === 'ar' ? '، ' : ', ')}
                      <span {...written(one)}>{one}</span>
                    </Fragment>
                  ))
                : t('none')}
              {draft.point && <span className="line muted">{t('pointSet')}</span>}
            </>,
          )}
        {asked.has('similar') && draft.follows && row('similar', t('follows'), t('followsYes'))}
        {row(
          'you',
          t('name'),
          draft.anonymous ? t('anonymous') : <span {...written(draft.name)}>{draft.name || '–'}</span>,
        )}
        {row('you', t('reach'), <Reach draft={draft} inAccount={(await hasSession()) && !draft.anonymous} />)}
        {row(
          'you',
          t('kind'),
          draft.applicantKind ? words(`applicantKind.${draft.applicantKind}`) : t('kindNone'),
        )}
      </dl>
      <div className="inset space-6">
        <p>
          <strong>{t('nextTitle')}</strong>
          <br />
          {t('nextNote')}
        </p>
      </div>
      <p className="hint space-5">{t('declare')}</p>
      <form action={sendRequest} noValidate>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="draft" value={id} />
        <div className="actions">
          <button type="submit" id="send" className="btn btn--primary btn--lg">
            {t('send')}
          </button>
          <a className="btn btn--quiet" href={`/${locale}`}>
            {t('later')}
          </a>
        </div>
      </form>
    </>
  );
}

/** How the answer reaches the applicant: each way says what it is used for, and what is never sent. */
async function Reach({ draft: { email, phone }, inAccount }: { draft: Draft; inAccount: boolean }) {
  const t = await getTranslations('submit.check');
  const way = (text: string, use: string) => (
    <span className="line">
      <bdi dir="ltr">{text}</bdi>
      <span className="line small muted">{use}</span>
    </span>
  );
  return (
    <>
      {inAccount && <span className="line">{t('inAccount')}</span>}
      {email && way(email, t('byMail'))}
      {phone && way(phone, t('byPhone'))}
      {!email && !inAccount && <span className="line">{t(phone ? 'nothingSent' : 'noReach')}</span>}
    </>
  );
}
