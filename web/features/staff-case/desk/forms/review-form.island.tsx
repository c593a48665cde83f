'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Icon } from '../../../../ui/icon.tsx';
import { withReferences } from '../../../../ui/with-references.tsx';
import { written } from '../../../../ui/written.ts';
import { checkAnswer } from '../draft/answer-checks.ts';
import type { DraftValues } from '../draft/draft-store.ts';
import { weightedShare } from '../draft/rubric-points.ts';
import { useRubricKeys } from '../draft/use-rubric-keys.island.ts';
import type { CriterionChoice } from '../read/read-desk.ts';
import type { PanelProps } from './desk.ts';
import { DeskText, FieldMessage, useField } from './desk-fields.tsx';
import { DeskForm, useDeskForm } from './desk-form.island.tsx';

const passing = new Set(['says-what-and-when']);

/** Approve an answer, scored where the sample asks for it, or return it with what has to change. */
export function ReviewForm({ desk, kase, choices }: PanelProps) {
  const t = useTranslations('staff.form');
  const d = useTranslations('desk');
  const checks = useTranslations('staff.checks');
  const cases = useTranslations('staff.case');
  const { text, proposedAnswer } = kase;
  return (
    <div className="reviewing">
      <div className="asked reviewing__read">
        <p>{t('reviewIntro')}</p>
        <h3>{t('reviewAsked')}</h3>
        <blockquote className="asked__text" {...written(text)}>
          {withReferences(text ?? cases('textHidden'))}
        </blockquote>
        <h3>{t('reviewAnswer')}</h3>
        <blockquote className="asked__text" {...written(proposedAnswer?.text)}>
          {withReferences(proposedAnswer?.text)}
        </blockquote>
        <ul className="checks">
          {checkAnswer(proposedAnswer?.text ?? '').map((check) => (
            <li key={check} className={passing.has(check) ? 'ok' : 'no'}>
              <Icon name={passing.has(check) ? 'check' : 'overdue'} />
              {checks(check)}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <DeskForm desk={desk} intent="approve" icon="on-time" submit={t('approve')} inner>
          <Scores rubric={choices.rubric} must={kase.scoreRequired === true} />
        </DeskForm>
        <DeskForm desk={desk} intent="return" icon="reply" submit={t('return')} look="second" inner>
          <DeskText name="reason" label={t('reason')} hint={t('reasonHint')} />
        </DeskForm>
        {choices.incomplete && <p className="small muted">{d('incomplete')}</p>}
      </div>
    </div>
  );
}

/** Scores an answer afterwards. */
export function ScoreForm({ desk, kase, choices }: PanelProps) {
  const t = useTranslations('desk');
  const round = kase.cycles.find(({ number }) => number === kase.cycleAwaitingScore) ?? kase.cycles.at(-1);
  const earlier = round !== undefined && round.number !== kase.cycles.at(-1)?.number;
  return (
    <DeskForm desk={desk} intent="score" icon="star" submit={t('send.score')} note={t('rubric.unseen')}>
      {earlier && <p className="rubric__must">{t('rubric.earlier', { number: round.number })}</p>}
      {round?.answer && (
        <blockquote className="asked__text" {...written(round.answer.text)}>
          {withReferences(round.answer.text)}
        </blockquote>
      )}
      <Scores rubric={choices.rubric} must />
    </DeskForm>
  );
}

/** The rubric: points for each criterion, its weight beside it. A digit gives points and goes on to the next. */
function Scores({ rubric, must }: { rubric: readonly CriterionChoice[]; must: boolean }) {
  const t = useTranslations('desk.rubric');
  const w = useTranslations('inbox.rubric');
  const field = useField('scores');
  const { values } = useDeskForm();
  const [points, setPoints] = useState<DraftValues>(values);
  const box = useRef<HTMLDivElement>(null);
  useRubricKeys(box, setPoints);
  if (rubric.length === 0) return null;
  const total = weightedShare(rubric, points);
  // What was refused for want of scores stands open.
  const asked = must || field.error !== undefined;
  const table = rubric.map((criterion) => (
    <Criterion key={criterion.key} criterion={criterion} must={asked} />
  ));
  const comment = <DeskText name="comment" label={t('comment')} optional={t('optional')} rows={2} />;
  return (
    <div className="rubric" id={field.id} ref={box}>
      {asked ? (
        <>
          <p className="rubric__must">
            <Icon name="star" />
            {t('must')}
          </p>
          {table}
          {comment}
        </>
      ) : (
        <details className="fold">
          <summary>{t('may')}</summary>
          {table}
          {comment}
        </details>
      )}
      <p className="rubric__total small">
        <span className="muted">{w('keys')}</span>{' '}
        <b role="status">{total === null ? '' : w('total', { percent: total })}</b>
      </p>
      <FieldMessage id={field.id} error={field.error} />
    </div>
  );
}

function Criterion({ criterion, must }: { criterion: CriterionChoice; must: boolean }) {
  const t = useTranslations('desk.rubric');
  const name = `points.${criterion.key}`;
  const { value } = useField(name);
  return (
    <fieldset className="rubric__row">
      <legend>
        {criterion.name} <span className="muted xs">{t('weight', { weight: criterion.weight })}</span>
      </legend>
      <div className="pick pick--points" dir="ltr">
        {upTo(criterion.max).map((points) => (
          <label key={points}>
            <input
              type="radio"
              name={name}
              value={points}
              defaultChecked={value === String(points)}
              required={must}
            />
            <bdi>{points}</bdi>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function upTo(max: number): number[] {
  return Array.from({ length: max + 1 }, (_, points) => points);
}
