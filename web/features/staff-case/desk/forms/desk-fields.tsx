import type { ReactNode } from 'react';
import { Icon } from '../../../../ui/icon.tsx';
import { useDeskForm } from './desk-form.island.tsx';

interface FieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: string;
}

/** Attributes that tie a field to its hint and its error, and the value it begins with. */
export function useField(name: string, hint?: ReactNode) {
  const { intent, result, values } = useDeskForm();
  const id = `${intent}-${name}`;
  const error = result.errors.find((one) => one.field === name)?.message;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    error,
    value: values[name] ?? '',
    attributes: {
      id,
      name,
      'aria-invalid': error ? (true as const) : undefined,
      'aria-describedby': described || undefined,
    },
  };
}

/** Label, hint, control and error of one field. */
export function DeskFrame({
  id,
  label,
  hint,
  optional,
  error,
  children,
}: Omit<FieldProps, 'name' | 'optional'> & {
  id: string;
  optional?: string | undefined;
  error: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className="deskfield">
      <label className="label small" htmlFor={id}>
        {label} {optional && <span className="optional">{optional}</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      <FieldMessage id={id} error={error} />
    </div>
  );
}

/** The message under one field; its id is what the field is described by. */
export function FieldMessage({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p className="fielderror" id={`${id}-error`}>
      <Icon name="overdue" />
      {error}
    </p>
  );
}

export function DeskText({
  name,
  label,
  hint,
  optional,
  rows = 3,
  maxLength = 2_000,
}: FieldProps & { rows?: number; maxLength?: number }) {
  const field = useField(name, hint);
  return (
    <DeskFrame id={field.id} label={label} hint={hint} optional={optional} error={field.error}>
      <textarea
        className={rows < 6 ? 'textarea textarea--short' : 'textarea'}
        dir="auto"
        required={!optional}
        maxLength={maxLength}
        rows={rows}
        defaultValue={field.value}
        {...field.attributes}
      />
    </DeskFrame>
  );
}

/** A day, `YYYY-MM-DD`. */
export function DeskDate({
  name,
  label,
  hint,
  optional,
  min,
  max,
}: FieldProps & { min?: string; max?: string }) {
  const field = useField(name, hint);
  return (
    <DeskFrame id={field.id} label={label} hint={hint} optional={optional} error={field.error}>
      <input
        className="input deskdate"
        type="date"
        dir="ltr"
        required={!optional}
        min={min}
        max={max}
        defaultValue={field.value}
        {...field.attributes}
      />
    </DeskFrame>
  );
}

/** One line. */
export function DeskLine({ name, label, hint, optional, ltr }: FieldProps & { ltr?: boolean }) {
  const field = useField(name, hint);
  return (
    <DeskFrame id={field.id} label={label} hint={hint} optional={optional} error={field.error}>
      <input
        className="input"
        dir={ltr ? 'ltr' : 'auto'}
        required={!optional}
        maxLength={200}
        autoComplete="off"
        defaultValue={field.value}
        {...field.attributes}
      />
    </DeskFrame>
  );
}

export interface Option {
  value: string;
  label: string;
}

export function DeskSelect({
  name,
  label,
  hint,
  optional,
  empty,
  options,
}: FieldProps & {
  /** The words of "nothing chosen"; absent when something always is. */
  empty?: string;
  options: readonly Option[];
}) {
  const field = useField(name, hint);
  return (
    <DeskFrame id={field.id} label={label} hint={hint} optional={optional} error={field.error}>
      <select
        className="select"
        required={!optional}
        key={options.length}
        defaultValue={field.value}
        {...field.attributes}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </DeskFrame>
  );
}

interface ChoiceOption extends Option {
  picture?: ReactNode;
}

export function DeskChoice({
  name,
  label,
  options,
}: {
  name: string;
  label: string;
  options: readonly ChoiceOption[];
}) {
  const field = useField(name);
  return (
    <fieldset id={field.id} className="deskfield" aria-describedby={field.attributes['aria-describedby']}>
      <legend className="small">{label}</legend>
      <div className="pick">
        {options.map(({ value, label: words, picture }) => (
          <label key={value}>
            <input type="radio" name={name} value={value} defaultChecked={field.value === value} required />
            {picture}
            {words}
          </label>
        ))}
      </div>
      <FieldMessage id={field.id} error={field.error} />
    </fieldset>
  );
}
