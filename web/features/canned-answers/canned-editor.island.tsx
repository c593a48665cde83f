'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useEffect, useRef, useState } from 'react';
import type { CannedAnswersQuery } from '../../graphql/generated/graphql.ts';
import { directionOf } from '../../i18n/locale.ts';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../staff/language.ts';
import { caseTypes, type Outcome } from '../staff/vocabulary.ts';
import { changeCannedAnswer } from './canned-answers.action.ts';
import { CannedFieldBox, described } from './canned-field.tsx';
import { CannedPreview } from './canned-preview.tsx';
import { CannedRemoval } from './canned-removal.tsx';
import { type CannedField, type CannedValues, idle } from './canned-result.ts';
import { insertVariable, unknownIn, type Variable, variables } from './template.ts';

export type CannedAnswer = CannedAnswersQuery['cannedAnswers'][number];

const outcomes = [
  'SOLVED',
  'PARTLY_SOLVED',
  'EXPLAINED',
  'ACCEPTED',
  'PARTLY_ACCEPTED',
  'NOT_ACCEPTED',
  'OUT_OF_REMIT',
] as const satisfies readonly Outcome[];
const languages = ['ar', 'en'] as const;
const fieldOf = { ar: { name: 'nameAr', body: 'bodyAr' }, en: { name: 'nameEn', body: 'bodyEn' } } as const;

interface CannedEditorProps {
  /** Null: a new one. */
  answer: CannedAnswer | null;
  /** Code of the entity whose list is open; null: the list that is everybody's. */
  entity: string | null;
  /** What the example in the preview says of it. */
  entityNames: { ar: string; en: string };
  cancel: string;
}

/** A canned answer in both languages side by side, with its variables and how it will read. */
export function CannedEditor({ answer, entity, entityNames, cancel }: CannedEditorProps) {
  const t = useTranslations('canned');
  const words = useTranslations('case');
  const language = useLanguage();
  const [result, send, pending] = useActionState(changeCannedAnswer, idle);
  const [values, setValues] = useState<CannedValues>(() => valuesOf(answer));
  const [last, setLast] = useState<'ar' | 'en'>(language);
  const bodies = { ar: useRef<HTMLTextAreaElement>(null), en: useRef<HTMLTextAreaElement>(null) };
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (result.values) setValues(result.values);
    if (result.status !== 'idle') summary.current?.focus();
  }, [result]);

  const write = (name: CannedField) => (event: { target: { value: string } }) =>
    setValues((before) => ({ ...before, [name]: event.target.value }));
  const errorOf = (field: CannedField) => result.errors.find((one) => one.field === field)?.message;

  function put(name: Variable) {
    const box = bodies[last].current;
    if (!box) return;
    const field = fieldOf[last].body;
    const at = { from: box.selectionStart, to: box.selectionEnd };
    const { body, caret } = insertVariable(values[field], name, at);
    setValues((before) => ({ ...before, [field]: body }));
    requestAnimationFrame(() => {
      box.focus();
      box.setSelectionRange(caret, caret);
    });
  }

  return (
    <section className="editor canned__editor" aria-labelledby="canned-editor-title">
      <h2 className="editor__title" id="canned-editor-title">
        <Icon name="note" />
        {answer ? t('edit', { name: answer.name }) : t('new')}
      </h2>
      <form action={send}>
        <div className="editor__body">
          <input type="hidden" name="id" value={answer?.id ?? ''} />
          <input type="hidden" name="version" value={answer?.version ?? ''} />
          <input type="hidden" name="entity" value={entity ?? ''} />
          <input type="hidden" name="owner" value={(answer ? answer.entity?.code : entity) ?? ''} />
          <input type="hidden" name="language" value={language} />
          {result.status !== 'idle' && (
            <div className="errors errors--staff" role="alert" tabIndex={-1} ref={summary}>
              <h3>{t(`result.${result.status}`)}</h3>
              <ul>
                {result.errors.map(({ field, message }) => (
                  <li key={message}>{field ? <a href={`#canned-${field}`}>{message}</a> : message}</li>
                ))}
              </ul>
              {result.status === 'conflict' && <a href={cancel}>{t('result.reread')}</a>}
            </div>
          )}
          <fieldset className="canned__variables">
            <legend className="label small">{t('variables')}</legend>
            <p className="hint" id="canned-variables-hint">
              {t('variablesHint', { language: t(`language.${last}`) })}
            </p>
            {variables.map((name) => (
              <button
                key={name}
                className="btn btn--second btn--sm"
                type="button"
                aria-describedby="canned-variables-hint"
                onClick={() => put(name)}
              >
                <Icon name="plus" />
                {t(`variable.${name}`)}
              </button>
            ))}
          </fieldset>
          <div className="canned__pair">
            {languages.map((one) => {
              const { name, body } = fieldOf[one];
              const unknown = errorOf(body) ? [] : unknownIn(values[body]);
              const written = { lang: one, dir: directionOf(one) };
              return (
                <div className="canned__side" key={one}>
                  <h3>{t(`language.${one}`)}</h3>
                  <CannedFieldBox field={name} label={t('name')} error={errorOf(name)}>
                    <input
                      className="input"
                      id={`canned-${name}`}
                      name={name}
                      value={values[name]}
                      onChange={write(name)}
                      required
                      maxLength={120}
                      autoComplete="off"
                      {...written}
                      {...described(name, errorOf(name))}
                    />
                  </CannedFieldBox>
                  <CannedFieldBox field={body} label={t('body')} error={errorOf(body)}>
                    <textarea
                      className="textarea"
                      id={`canned-${body}`}
                      name={body}
                      ref={bodies[one]}
                      value={values[body]}
                      onChange={write(body)}
                      onFocus={() => setLast(one)}
                      required
                      maxLength={5_000}
                      rows={9}
                      {...written}
                      {...described(body, errorOf(body))}
                    />
                  </CannedFieldBox>
                  {unknown.length > 0 && (
                    <p className="field-error">
                      <Icon name="overdue" />{' '}
                      <span>{t('unknown', { names: unknown.map((each) => `{{${each}}}`).join(' ') })}</span>
                    </p>
                  )}
                  <CannedPreview body={values[body]} language={one} entity={entityNames[one]} />
                </div>
              );
            })}
          </div>
          <div className="canned__pair canned__fits">
            <CannedFieldBox field="type" label={t('type')} error={errorOf('type')}>
              <select
                className="select"
                id="canned-type"
                name="type"
                value={values.type}
                onChange={write('type')}
                {...described('type', errorOf('type'))}
              >
                <option value="">{t('anyType')}</option>
                {caseTypes.map((type) => (
                  <option key={type} value={type}>
                    {words(`type.${type}`)}
                  </option>
                ))}
              </select>
            </CannedFieldBox>
            <CannedFieldBox field="outcome" label={t('outcome')} error={errorOf('outcome')}>
              <select
                className="select"
                id="canned-outcome"
                name="outcome"
                value={values.outcome}
                onChange={write('outcome')}
                {...described('outcome', errorOf('outcome'))}
              >
                <option value="">{t('anyOutcome')}</option>
                {outcomes.map((outcome) => (
                  <option key={outcome} value={outcome}>
                    {words(`outcome.${outcome}`)}
                  </option>
                ))}
              </select>
            </CannedFieldBox>
          </div>
        </div>
        <div className="editor__foot">
          <span className="row editor__send">
            <a className="btn btn--second" href={cancel}>
              {t('cancel')}
            </a>
            <button className="btn btn--primary" type="submit" disabled={pending}>
              <Icon name="check" />
              {pending ? t('saving') : t('save')}
            </button>
          </span>
        </div>
      </form>
      {answer && <CannedRemoval answer={answer} entity={entity} send={send} pending={pending} />}
    </section>
  );
}

function valuesOf(answer: CannedAnswer | null): CannedValues {
  return {
    nameAr: answer?.names.ar ?? '',
    nameEn: answer?.names.en ?? '',
    bodyAr: answer?.body.ar ?? '',
    bodyEn: answer?.body.en ?? '',
    type: answer?.type ?? '',
    outcome: answer?.outcome ?? '',
  };
}
