import type { ReactNode } from 'react';
import { Icon } from '../../ui/icon.tsx';
import type { CannedField } from './canned-result.ts';

interface CannedFieldBoxProps {
  field: CannedField;
  label: string;
  error: string | undefined;
  children: ReactNode;
}

/** A box of the editor with its label and, when it was refused, why. */
export function CannedFieldBox({ field, label, error, children }: CannedFieldBoxProps) {
  return (
    <div className="canned__field">
      <label className="label small" htmlFor={`canned-${field}`}>
        {label}
      </label>
      {children}
      {error && (
        <p className="field-error" id={`canned-${field}-error`}>
          <Icon name="overdue" /> <span>{error}</span>
        </p>
      )}
    </div>
  );
}

/** What ties a box to its error for assistive technology. */
export function described(field: CannedField, error: string | undefined) {
  return error ? { 'aria-invalid': true, 'aria-describedby': `canned-${field}-error` } : {};
}
