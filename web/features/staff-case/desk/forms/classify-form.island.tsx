'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Icon } from '../../../../ui/icon.tsx';
import { ImportanceBars } from '../../../../ui/importance-bars.tsx';
import { pillarIcons } from '../../../staff/case-marks.tsx';
import { importances, pillars } from '../../../staff/vocabulary.ts';
import type { PanelProps } from '../desk.ts';
import { DeskChoice, DeskFrame, DeskSelect, useField } from '../desk-fields.tsx';
import { DeskForm } from '../desk-form.island.tsx';
import { usePostOptions } from '../entity-field.tsx';
import type { ClassifyChoices } from '../read-desk.ts';

/** Importance, pillar, subject and who works on it: together they set the due time. */
export function ClassifyForm({ desk, kase, choices }: PanelProps) {
  const t = useTranslations('staff.form');
  const posts = usePostOptions(choices.posts);
  const { classify } = choices;
  if (!classify) return null;
  return (
    <DeskForm desk={desk} intent="classify" icon="check" submit={t('classifySend')}>
      <p className="muted small">{t('classifyIntro')}</p>
      {classify.entity && (
        <p className="classify__entity">
          <Icon name="building" />
          <b>{classify.entity.name}</b>
          <input type="hidden" name="entityCode" value={classify.entity.code} />
          {!kase.entity && <a href="?#classify">{t('entityChange')}</a>}
        </p>
      )}
      <div className="classify__pair">
        <Subject choices={classify} />
        <DeskSelect name="assigneePostId" label={t('assignee')} empty={t('choose')} options={posts} />
      </div>
      <DeskChoice
        name="importance"
        label={t('importance')}
        options={[...importances].reverse().map((importance) => ({
          value: importance,
          label: '',
          picture: <ImportanceBars importance={importance} />,
        }))}
      />
    </DeskForm>
  );
}

/** The subject, and the pillar that usually goes with it. */
function Subject({ choices }: { choices: ClassifyChoices }) {
  const t = useTranslations('staff.form');
  const words = useTranslations('case');
  const category = useField('categoryCode');
  const field = useField('pillar');
  const [pillar, setPillar] = useState(field.value);
  return (
    <>
      <DeskFrame id={category.id} label={t('category')} error={category.error}>
        <select
          className="select"
          required
          defaultValue={category.value}
          onChange={(event) => {
            const chosen = choices.categories.find(({ code }) => code === event.target.value);
            if (chosen) setPillar(chosen.defaultPillar);
          }}
          {...category.attributes}
        >
          <option value="">{t('choose')}</option>
          {choices.categories.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </select>
      </DeskFrame>
      <fieldset className="deskfield classify__pillar" id={field.id}>
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
      </fieldset>
    </>
  );
}
