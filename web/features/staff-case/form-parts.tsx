import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Locale } from '../../i18n/locale.ts';
import { Icon } from '../../ui/icon.tsx';
import type { DeskResult, Intent } from './desk-result.ts';

/** What every form of a case sends along. */
export interface CaseTicket {
  caseId: string;
  reference: string;
  version: number;
  /** The last entry of the timeline on this page. */
  lastSeen: string | null;
}

export interface FormProps {
  ticket: CaseTicket;
  result: DeskResult;
  send(form: FormData): void;
  pending: boolean;
  /** False while the case has moved on and the viewer has not looked. */
  clear: boolean;
  /** Whether anybody would notice if it did. */
  watched: boolean;
}

export function TicketFields({
  ticket,
  intent,
  language,
}: {
  ticket: CaseTicket;
  intent: Intent;
  language: Locale;
}) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="caseId" value={ticket.caseId} />
      <input type="hidden" name="reference" value={ticket.reference} />
      <input type="hidden" name="version" value={ticket.version} />
      <input type="hidden" name="lastSeen" value={ticket.lastSeen ?? ''} />
      <input type="hidden" name="language" value={language} />
    </>
  );
}

/** The errors of this form, each leading to its field. */
export function FormErrors({ result, prefix }: { result: DeskResult; prefix: string }) {
  const t = useTranslations('staff.form');
  if (result.status !== 'invalid') return null;
  return (
    <div className="errors errors--staff" role="alert">
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

/** The message under one field; its id is what the field is described by. */
export function FieldMessage({
  result,
  prefix,
  field,
}: {
  result: DeskResult;
  prefix: string;
  field: string;
}) {
  const error = result.errors.find((one) => one.field === field);
  if (!error) return null;
  return (
    <p className="fielderror" id={`${prefix}-${field}-error`}>
      <Icon name="overdue" />
      {error.message}
    </p>
  );
}

/** Attributes of a field that may have been refused. */
export function invalid(result: DeskResult, prefix: string, field: string) {
  const wrong = result.errors.some((one) => one.field === field);
  return wrong ? { 'aria-invalid': true, 'aria-describedby': `${prefix}-${field}-error` } : {};
}

/** A panel that holds one form. */
export function Panel({
  id,
  title,
  icon,
  children,
}: {
  id: string;
  title: string;
  icon: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="editor" id={id} aria-labelledby={`${id}-title`}>
      <h2 className="editor__title" id={`${id}-title`}>
        {icon}
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Whether the case stands as it was opened; beside the button that sends. */
export function Freshness({ clear, watched }: Pick<FormProps, 'clear' | 'watched'>) {
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
