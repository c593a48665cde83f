'use client';

import { useTranslations } from 'next-intl';
import {
  createContext,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
} from 'react';
import { Icon, type IconName } from '../../../../ui/icon.tsx';
import { useLanguage } from '../../../staff/language.ts';
import { type DeskResult, idle } from '../draft/desk-result.ts';
import type { DraftValues } from '../draft/draft-store.ts';
import { useFormDraft } from '../draft/use-form-draft.island.ts';
import type { Intent } from '../panel/intents.ts';

/** What every form of a case sends along. */
export interface CaseVersionRef {
  caseId: string;
  reference: string;
  version: number;
  /** The last entry of the timeline on this page. */
  lastSeen: string | null;
}

/** What the forms of one case share. */
export interface Desk {
  versionRef: CaseVersionRef;
  result: DeskResult;
  send(form: FormData): void;
  pending: boolean;
  /** False while the case has moved on and the viewer has not looked. */
  clear: boolean;
  /** Whether anybody would notice if it did. */
  watched: boolean;
}

interface FormScope {
  intent: Intent;
  result: DeskResult;
  values: DraftValues;
}

const FormContext = createContext<FormScope | null>(null);

/** The form that a field stands in. */
export function useDeskForm(): FormScope {
  const scope = useContext(FormContext);
  if (!scope) throw new Error('a field of the desk needs a DeskForm around it');
  return scope;
}

interface DeskFormProps {
  desk: Desk;
  intent: Intent;
  /** Of the button that sends. */
  icon: IconName;
  submit: string;
  look?: 'primary' | 'second' | 'danger';
  /** What happens on sending, beside the button. */
  note?: ReactNode;
  /** Between the fields and the button: tools of this form. */
  tools?: ReactNode;
  otherwise?: DraftValues;
  /** Stands inside another form's panel: no foot of its own. */
  inner?: boolean;
  children?: ReactNode;
}

/**
 * One form of a case: keeps what is typed, shows what was refused, holds back sending while the case has moved
 * on, and is sent by Ctrl+Enter.
 */
export function DeskForm(props: DeskFormProps) {
  const { desk, intent, icon, submit, look = 'primary', note, tools, otherwise, inner, children } = props;
  const t = useTranslations('staff.form');
  const language = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const result = desk.result.intent === intent ? desk.result : idle;
  const given = result === idle ? null : result.values;
  const draft = useFormDraft(desk.versionRef.reference, intent, given, otherwise);
  const held = !desk.clear || desk.pending;

  useEffect(() => {
    if (result.status === 'invalid') form.current?.querySelector<HTMLElement>('.errors')?.focus();
  }, [result]);

  const sent = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the end of sending matters
  useEffect(() => {
    if (desk.pending || !sent.current) return;
    sent.current = false;
    if (result.status === 'idle') draft.renew();
  }, [desk.pending]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || desk.pending) return;
    event.preventDefault();
    // Held back: the focus goes to what says why, and to the button that lets go.
    if (!desk.clear) document.querySelector<HTMLElement>('.moved-slot button')?.focus();
    else form.current?.requestSubmit();
  }
  function onInput(event: FormEvent<HTMLFormElement>) {
    draft.keep(event.currentTarget);
  }

  return (
    <form
      ref={form}
      action={desk.send}
      onKeyDown={onKeyDown}
      onInput={onInput}
      onSubmit={() => {
        sent.current = true;
      }}
      className={inner ? 'deskform deskform--inner' : 'deskform'}
    >
      <TicketFields versionRef={desk.versionRef} intent={intent} language={language} />
      <FormContext value={{ intent, result, values: draft.values }}>
        <div className="editor__body" key={draft.round}>
          <FormErrors result={result} prefix={intent} />
          {children}
          {draft.restored && (
            <p className="restored small">
              <Icon name="note" />
              {t('draftRestored')}
            </p>
          )}
        </div>
      </FormContext>
      <div className="editor__foot">
        {tools}
        <Freshness clear={desk.clear} watched={desk.watched} />
        <span className="row editor__send">
          {note && <span className="muted">{note}</span>}
          <button className={`btn btn--${look}`} type="submit" disabled={held}>
            <Icon name={icon} />
            {desk.pending ? t('sending') : submit}
            {look === 'primary' && (
              <span className="key" aria-hidden="true">
                <bdi>Ctrl ↵</bdi>
              </span>
            )}
          </button>
        </span>
      </div>
    </form>
  );
}

export function TicketFields({
  versionRef,
  intent,
  language,
}: {
  versionRef: CaseVersionRef;
  intent: Intent;
  language: 'ar' | 'en';
}) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="caseId" value={versionRef.caseId} />
      <input type="hidden" name="reference" value={versionRef.reference} />
      <input type="hidden" name="version" value={versionRef.version} />
      <input type="hidden" name="lastSeen" value={versionRef.lastSeen ?? ''} />
      <input type="hidden" name="language" value={language} />
    </>
  );
}

/** The errors of this form, each leading to its field. */
function FormErrors({ result, prefix }: { result: DeskResult; prefix: string }) {
  const t = useTranslations('staff.form');
  if (result.status !== 'invalid') return null;
  return (
    <div className="errors errors--staff" role="alert" tabIndex={-1}>
      <h3>{t('errors')}</h3>
      <ul>
        {result.errors.map((error) => (
          <li key={error.message}>
            {error.field ? <a href={`#${prefix}-${error.field}`}>{error.message}</a> : error.message}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Whether the case stands as it was opened; beside the button that sends. */
export function Freshness({ clear, watched }: Pick<Desk, 'clear' | 'watched'>) {
  const t = useTranslations('staff.form');
  if (clear && !watched) return null;
  return clear ? (
    <span className="muted">
      <Icon name="check" /> {t('unchanged')}
    </span>
  ) : (
    <span className="held">
      <Icon name="clock" /> {t('blocked')}
    </span>
  );
}
