'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Icon } from '../../../../ui/icon.tsx';
import { ImportanceBars } from '../../../../ui/importance-bars.tsx';
import { pillarIcons } from '../../../staff/case-marks.tsx';
import { useLanguage } from '../../../staff/language.ts';
import { serverNow } from '../../../staff/live/server-time.ts';
import { useStaffLive } from '../../../staff/live/staff-live.island.tsx';
import { importances, pillars } from '../../../staff/vocabulary.ts';
import { momentWords } from '../../../staff/when.ts';
import { otherSubject } from '../actions/other-subject.ts';
import { DuePreviewQuery } from '../read/desk.query.ts';
import type { ClassifyChoices } from '../read/read-desk.ts';
import type { DeskCase, PanelProps } from './desk.ts';
import { DeskFrame, DeskSelect, FieldMessage, useField } from './desk-fields.tsx';
import { DeskForm } from './desk-form.island.tsx';
import { usePostOptions } from './entity-field.tsx';

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
          {!kase.assigned && <a href="?#classify">{t('entityChange')}</a>}
        </p>
      )}
      <Classification kase={kase} choices={classify}>
        <DeskSelect name="assigneePostId" label={t('assignee')} empty={t('choose')} options={posts} />
      </Classification>
    </DeskForm>
  );
}

interface ClassificationProps {
  kase: DeskCase;
  choices: ClassifyChoices;
  children: ReactNode;
}

/** What the case is about: subject, the pillar that usually goes with it, importance; and when it is due then. */
function Classification({ kase, choices, children }: ClassificationProps) {
  const t = useTranslations('staff.form');
  const words = useTranslations('case');
  const category = useField('categoryCode');
  const pillarField = useField('pillar');
  const importanceField = useField('importance');
  const [subject, setSubject] = useState(category.value);
  const [pillar, setPillar] = useState(pillarField.value);
  const [importance, setImportance] = useState(importanceField.value);
  return (
    <>
      <div className="classify__pair">
        <DeskFrame id={category.id} label={t('category')} error={category.error}>
          <select
            className="select"
            required
            defaultValue={category.value}
            onChange={({ target }) => {
              setSubject(target.value);
              const chosen = choices.categories.find(({ code }) => code === target.value);
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
            <option value={otherSubject}>{t('categoryOther')}</option>
          </select>
        </DeskFrame>
        {children}
      </div>
      <Pick field={pillarField} label={t('pillar')} of={pillars} chosen={pillar} onChoose={setPillar}>
        {(one) => (
          <>
            <Icon name={pillarIcons[one]} />
            {words(`pillar.${one}`)}
          </>
        )}
      </Pick>
      <Pick
        field={importanceField}
        label={t('importance')}
        of={[...importances].reverse()}
        chosen={importance}
        onChoose={setImportance}
      >
        {(one) => <ImportanceBars importance={one} />}
      </Pick>
      <DuePreview kase={kase} subject={subject} pillar={pillar} importance={importance} />
    </>
  );
}

interface PickProps<T extends string> {
  field: ReturnType<typeof useField>;
  label: string;
  of: readonly T[];
  chosen: string;
  onChoose(one: string): void;
  children(one: T): ReactNode;
}

/** One of a few, all in sight; none is chosen until somebody does. */
function Pick<T extends string>({ field, label, of, chosen, onChoose, children }: PickProps<T>) {
  const box = useRef<HTMLFieldSetElement>(null);
  // What was chosen before this page came to life counts.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once
  useEffect(() => {
    const picked = box.current?.querySelector<HTMLInputElement>('input:checked')?.value;
    if (picked) onChoose(picked);
  }, []);
  return (
    <fieldset
      ref={box}
      className="deskfield"
      id={field.id}
      aria-describedby={field.attributes['aria-describedby']}
    >
      <legend className="small">{label}</legend>
      <div className="pick">
        {of.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={field.attributes.name}
              value={one}
              checked={chosen === one}
              onChange={() => onChoose(one)}
              required
            />
            {children(one)}
          </label>
        ))}
      </div>
      <FieldMessage id={field.id} error={field.error} />
    </fieldset>
  );
}

interface DuePreviewProps {
  kase: DeskCase;
  subject: string;
  pillar: string;
  importance: string;
}

/** Until when the answer would be due by what is chosen, as the server reckons it; nothing until all is chosen. */
function DuePreview({ kase, subject, pillar, importance }: DuePreviewProps) {
  const t = useTranslations('staff.form');
  const language = useLanguage();
  const { link } = useStaffLive();
  const [due, setDue] = useState<string | null>(null);
  const { id } = kase;
  useEffect(() => {
    setDue(null);
    const chosen = {
      pillar: pillars.find((one) => one === pillar),
      importance: importances.find((one) => one === importance),
    };
    if (!link || subject === '' || !chosen.pillar || !chosen.importance) return;
    let left = false;
    const asked = {
      ...{ id, pillar: chosen.pillar, importance: chosen.importance },
      categoryCode: subject === otherSubject ? null : subject,
    };
    void link.ask(DuePreviewQuery, asked).then((read) => {
      if (!left) setDue(read?.case?.dueIfClassified ?? null);
    });
    return () => {
      left = true;
    };
  }, [link, id, subject, pillar, importance]);
  return (
    <p className="classify__due" role="status">
      {due && (
        <>
          <Icon name="clock" />
          {t('duePreview', { when: momentWords(language, due, serverNow()) })}
        </>
      )}
    </p>
  );
}
