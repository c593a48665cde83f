import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface Described {
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** The word that marks what may be left empty; absent when it must be filled in. */
  optional?: string;
  /** "Error:", for those who hear the page. */
  errorPrefix: string;
}

type TextFieldProps = Described & {
  name: string;
  defaultValue?: string;
  type?: 'text' | 'email' | 'tel' | 'search';
  /** References, phones and addresses run left to right in both languages. */
  ltr?: boolean;
  /** The keyboard that phones show. */
  inputMode?: 'email' | 'tel';
  autoComplete?: string;
  autoCapitalize?: string;
  maxLength?: number;
  rows?: number;
};

/** A question with its box, hint and error, tied together for assistive technology. */
export function TextField({
  id,
  label,
  hint,
  error,
  optional,
  errorPrefix,
  rows,
  ltr,
  ...box
}: TextFieldProps) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const shared = {
    id,
    dir: ltr ? 'ltr' : 'auto',
    'aria-invalid': error ? true : undefined,
    'aria-describedby': describedBy,
    required: undefined,
    ...box,
  };
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label} {optional && <span className="optional">{optional}</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`} prefix={errorPrefix} message={error} />}
      {rows ? (
        <textarea {...shared} className="textarea" rows={rows} />
      ) : (
        <input {...shared} className="input" />
      )}
    </div>
  );
}

type SelectFieldProps = Described & {
  name: string;
  defaultValue?: string;
  options: readonly { value: string; label: string }[];
};

export function SelectField({
  id,
  label,
  hint,
  error,
  optional,
  errorPrefix,
  options,
  ...box
}: SelectFieldProps) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label} {optional && <span className="optional">{optional}</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`} prefix={errorPrefix} message={error} />}
      <select
        id={id}
        className="select"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
        {...box}
      >
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

export function FieldError({ id, prefix, message }: { id: string; prefix: string; message: string }) {
  return (
    <p className="field-error" id={id}>
      <Icon name="overdue" /> <span className="sr">{prefix}</span> <span>{message}</span>
    </p>
  );
}
