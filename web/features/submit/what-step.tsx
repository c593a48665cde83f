import { lengthOf } from '@bekhedmetkom/text/length';
import { getTranslations } from 'next-intl/server';
import { TextField } from '../../ui/field.tsx';
import { FileField } from '../attachments/file-field.tsx';
import { limits } from './draft.ts';
import { errorsOf, type StepProps } from './step-props.ts';

/** The heading of the question depends on the kind of request. */
export async function whatTitle(draft: StepProps['draft']): Promise<string> {
  const t = await getTranslations('submit.what');
  switch (draft?.type) {
    case 'SUGGESTION':
    case 'INQUIRY':
    case 'COMPLIMENT':
      return t(`title${draft.type}`);
    default:
      return t('title');
  }
}

/** A title and the story, in the applicant's own words. */
export async function WhatStep({ draft, result }: StepProps) {
  const t = await getTranslations();
  const errors = errorsOf(result);
  const value = (name: 'subject' | 'text') => result?.values[name] ?? draft?.[name] ?? '';
  const words = (form: string) => t.raw(`submit.what.left.${form}`) as string;
  const forms = ['zero', 'one', 'two', 'few', 'many', 'other'];
  return (
    <>
      <h1 className="h1">{await whatTitle(draft)}</h1>
      <div className="space-5">
        <TextField
          id="subject"
          name="subject"
          label={t('submit.what.subject')}
          hint={t('submit.what.subjectHint')}
          error={errors.subject}
          errorPrefix={t('common.errors.prefix')}
          defaultValue={value('subject')}
          autoComplete="off"
        />
        <TextField
          id="text"
          name="text"
          label={t('submit.what.text')}
          hint={t('submit.what.textHint')}
          error={errors.text}
          errorPrefix={t('common.errors.prefix')}
          defaultValue={value('text')}
          rows={9}
        />
        <p
          className="count"
          data-count-for="text"
          data-limit={limits.text.max}
          data-words={JSON.stringify(Object.fromEntries(forms.map((form) => [form, words(form)])))}
          data-saved={t('submit.what.saved')}
          hidden
        >
          <span data-left>{limits.text.max - lengthOf(value('text'))}</span>
          <span data-saved-mark role="status" />
        </p>
        <FileField error={errors.files} />
      </div>
    </>
  );
}
