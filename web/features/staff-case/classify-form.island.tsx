'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { ImportanceBars } from '../../ui/importance-bars.tsx';
import { pillarIcons } from '../staff/case-marks.tsx';
import { useLanguage } from '../staff/language.ts';
import { importances, type Pillar, pillars } from '../staff/vocabulary.ts';
import {
  FieldMessage,
  FormErrors,
  type FormProps,
  Freshness,
  invalid,
  Panel,
  TicketFields,
} from './form-parts.tsx';

export interface ClassifyChoices {
  /** The entity chosen for a case that came without one. */
  entity: { code: string; name: string } | null;
  categories: { code: string; name: string; defaultPillar: Pillar }[];
  posts: { id: string; name: string; unit: string | null; holder: string | null }[];
  /** Category that the applicant chose. */
  category: string | null;
}

interface ClassifyFormProps extends FormProps {
  choices: ClassifyChoices;
  /** Where another entity can be chosen. */
  changeEntity: string | null;
}

/** Importance, pillar, subject and who works on it: together they set the due time. */
export function ClassifyForm(props: ClassifyFormProps) {
  const { ticket, result, send, pending, clear, watched, choices, changeEntity } = props;
  const t = useTranslations('staff.form');
  const words = useTranslations('case');
  const language = useLanguage();
  const values = result.intent === 'classify' ? result.values : {};
  const [category, setCategory] = useState(values.categoryCode || choices.category || '');
  const [pillar, setPillar] = useState(values.pillar || defaultPillar(choices, category));

  function onCategory(code: string) {
    setCategory(code);
    setPillar(defaultPillar(choices, code) || pillar);
  }

  return (
    <Panel id="classify" title={t('classify')} icon={<Icon name="plus" />}>
      <form action={send}>
        <TicketFields ticket={ticket} intent="classify" language={language} />
        <div className="editor__body classify">
          {result.intent === 'classify' && <FormErrors result={result} prefix="classify" />}
          <p className="muted small">{t('classifyIntro')}</p>
          {choices.entity && (
            <p className="classify__entity">
              <Icon name="building" />
              <b>{choices.entity.name}</b>
              <input type="hidden" name="entityCode" value={choices.entity.code} />
              {changeEntity && <a href={changeEntity}>{t('entityChange')}</a>}
            </p>
          )}
          <div className="classify__pair">
            <div>
              <label className="label small" htmlFor="classify-categoryCode">
                {t('category')}
              </label>
              <select
                className="select"
                id="classify-categoryCode"
                name="categoryCode"
                required
                value={category}
                onChange={(event) => onCategory(event.target.value)}
                {...invalid(result, 'classify', 'categoryCode')}
              >
                <option value="">{t('choose')}</option>
                {choices.categories.map((one) => (
                  <option key={one.code} value={one.code}>
                    {one.name}
                  </option>
                ))}
              </select>
              <FieldMessage result={result} prefix="classify" field="categoryCode" />
            </div>
            <div>
              <label className="label small" htmlFor="classify-assigneePostId">
                {t('assignee')}
              </label>
              <select
                className="select"
                id="classify-assigneePostId"
                name="assigneePostId"
                required
                defaultValue={values.assigneePostId ?? ''}
                {...invalid(result, 'classify', 'assigneePostId')}
              >
                <option value="">{t('choose')}</option>
                {choices.posts.map((post) => (
                  <option key={post.id} value={post.id}>
                    {[post.holder ?? t('vacant'), post.unit ?? post.name].join(' – ')}
                  </option>
                ))}
              </select>
              <FieldMessage result={result} prefix="classify" field="assigneePostId" />
            </div>
          </div>
          <fieldset id="classify-importance">
            <legend className="small">{t('importance')}</legend>
            <div className="pick">
              {[...importances].reverse().map((importance) => (
                <label key={importance}>
                  <input
                    type="radio"
                    name="importance"
                    value={importance}
                    defaultChecked={values.importance === importance}
                    required
                  />
                  <ImportanceBars importance={importance} />
                </label>
              ))}
            </div>
            <FieldMessage result={result} prefix="classify" field="importance" />
          </fieldset>
          <fieldset id="classify-pillar">
            <legend className="small">{t('pillar')}</legend>
            <div className="pick">
              {pillars.map((one) => (
                <label key={one}>
                  <input
                    type="radio"
                    name="pillar"
                    value={one}
                    checked={pillar === one}
                    onChange={() => setPillar(one)}
                    required
                  />
                  <Icon name={pillarIcons[one]} />
                  {words(`pillar.${one}`)}
                </label>
              ))}
            </div>
            <FieldMessage result={result} prefix="classify" field="pillar" />
          </fieldset>
        </div>
        <div className="editor__foot">
          <Freshness clear={clear} watched={watched} />
          <button className="btn btn--primary editor__send" type="submit" disabled={!clear || pending}>
            <Icon name="check" />
            {pending ? t('sending') : t('classifySend')}
          </button>
        </div>
      </form>
    </Panel>
  );
}

function defaultPillar(choices: ClassifyChoices, category: string): string {
  return choices.categories.find((one) => one.code === category)?.defaultPillar ?? '';
}
