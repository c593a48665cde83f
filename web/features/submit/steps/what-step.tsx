import { lengthOf } from '@bekhedmetkom/text/length';
import { getTranslations } from 'next-intl/server';
import { TextField } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { FileField } from '../../attachments/file-field.tsx';
import { errorsOf } from '../../forms/errors-of.ts';
import { limits } from '../draft/draft.ts';
import { type StepProps, shownIn } from './step-props.ts';
import { stepTitle } from './step-title.ts';

/** Plural forms of both languages. */
const forms = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** A title and the story, in the applicant's own words. */
export async function WhatStep(props: StepProps) {
  const t = await getTranslations();
  const { draft, result } = props;
  const errors = errorsOf(result);
  const value = (name: 'subject' | 'text') => shownIn(props, name, draft[name]);
  const type = draft.type ?? 'COMPLAINT';
  const words = (name: 'left' | 'over') =>
    Object.fromEntries(forms.map((form) => [form, t.raw(`submit.what.${name}.${form}`) as string]));
  return (
    <>
      <h1 className="h1">{await stepTitle('what', draft)}</h1>
      <div className="space-5">
        <TextField
          id="subject"
          name="subject"
          label={t('submit.what.subject')}
          hint={t(`submit.what.subjectHint.${type}`)}
          error={errors.subject}
          errorPrefix={t('common.errors.prefix')}
          defaultValue={value('subject')}
          autoComplete="off"
        />
        <TextField
          id="text"
          name="text"
          label={t('submit.what.text')}
          hint={t(`submit.what.textHint.${type}`)}
          error={errors.text}
          errorPrefix={t('common.errors.prefix')}
          defaultValue={value('text')}
          rows={9}
        />
        <p
          className="count"
          data-count-for="text"
          data-limit={limits.text.max}
          data-left-words={JSON.stringify(words('left'))}
          data-over-words={JSON.stringify(words('over'))}
          data-saved={t('submit.what.saved')}
          data-not-saved={t('submit.what.notSaved')}
          hidden
        >
          <span>
            <span className="count__over" hidden>
              <Icon name="overdue" />{' '}
            </span>
            <span data-left>{limits.text.max - lengthOf(value('text'))}</span>
          </span>
          <span data-saved-mark role="status" />
          <span className="sr" role="alert" data-over-alert />
        </p>
        <FileField draft={props.id} error={errors.files} />
      </div>
    </>
  );
}
